package dev.primacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes as what they are. */
class NodeAttributeTest {

  private static ClusterNode publishing(NodeAttributes attributes) {
    return publishing(attributes.texts());
  }

  private static ClusterNode publishing(Map<String, String> attributes) {
    NodeId id = new NodeId("n1", new UUID(1, 2));
    return new ClusterNode(id, Optional.empty(), Set.of(), 0, false, attributes);
  }

  private static <T> void roundTrip(NodeAttribute<T> attribute, T value, String text) {
    ClusterNode node = publishing(NodeAttributes.of(attribute, value));
    assertThat(node.attributes()).isEqualTo(Map.of(attribute.name(), text));
    assertThat(node.get(attribute)).contains(value);
  }

  @Test
  void what_is_written_is_read() throws Exception {
    roundTrip(NodeAttribute.ofString("zone"), "eu-1", "eu-1");
    roundTrip(NodeAttribute.ofInt("load"), -3, "-3");
    roundTrip(NodeAttribute.ofLong("bytes"), 1L << 40, "1099511627776");
    roundTrip(NodeAttribute.ofDouble("ratio"), 0.1, "0.1");
    roundTrip(NodeAttribute.ofBoolean("ready"), true, "true");
    roundTrip(NodeAttribute.ofEnum("role", NodeRole.class), NodeRole.PRIMARY, "PRIMARY");
    roundTrip(NodeAttribute.ofDuration("lag"), Duration.ofMillis(1500), "PT1.5S");
    InetAddress address = InetAddress.getByName("203.0.113.42");
    roundTrip(NodeAttribute.ofAddress("address"), address, "203.0.113.42");
  }

  @Test
  void what_is_not_published_is_absent() {
    assertThat(publishing(NodeAttributes.NONE).get(NodeAttribute.ofInt("load"))).isEmpty();
  }

  @Test
  void text_of_another_type_is_refused_with_node_name_type_and_text() {
    ClusterNode node = publishing(Map.of("load", "high"));

    assertThatThrownBy(() -> node.get(NodeAttribute.ofInt("load")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("load", "n1/", "integer", "high");
  }

  @Test
  void text_of_another_node_reaches_no_log_as_it_is() {
    ClusterNode node = publishing(Map.of("load", "\u001b[2J\n" + "x".repeat(200)));

    assertThatThrownBy(() -> node.get(NodeAttribute.ofInt("load")))
        .hasMessageContaining("\\u001b[2J\\u000a")
        .satisfies(
            refused -> {
              String message = String.valueOf(refused.getMessage());
              assertThat(message.chars()).noneMatch(Character::isISOControl);
              assertThat(message).hasSizeLessThan(260);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "example.com", "1.2.3", "1.2.3.4.5", "300.1.1.1", ""})
  @DisplayName("S4.24: an address is an address in numbers, and never looked up")
  void an_address_is_never_a_name(String text) {
    ClusterNode node = publishing(Map.of("address", text));

    assertThatThrownBy(() -> node.get(NodeAttribute.ofAddress("address")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void both_versions_of_addresses_are_read() {
    assertThat(publishing(Map.of("address", "::1")).get(NodeAttribute.ofAddress("address")))
        .isPresent();
  }

  @Test
  void only_what_can_be_read_again_is_published() {
    NodeAttribute<String> odd =
        NodeAttribute.of("odd", "digit", text -> text.substring(0, 1), value -> "");

    assertThatThrownBy(() -> NodeAttributes.of(odd, "7"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("odd", "digit");
  }

  @Test
  void one_more_attribute_leaves_the_others_alone() {
    NodeAttribute<Integer> load = NodeAttribute.ofInt("load");
    NodeAttributes before = NodeAttributes.of(load, 1);
    NodeAttributes after = before.with(NodeAttribute.ofString("zone"), "eu").with(load, 2);

    assertThat(before.texts()).isEqualTo(Map.of("load", "1"));
    assertThat(after).isEqualTo(NodeAttributes.of(Map.of("load", "2", "zone", "eu")));
    assertThat(after).hasToString("{load=2, zone=eu}");
  }
}
