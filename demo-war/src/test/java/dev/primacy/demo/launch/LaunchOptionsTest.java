package dev.primacy.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchOptionsTest {
  private static LaunchOptions options(String... pairs) {
    Properties properties = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return LaunchOptions.of(Path.of("demo-war"), properties);
  }

  @Test
  void the_nodes_ports_are_steps_of_a_hundred_and_of_one() {
    LaunchOptions options = options("demo.http", "9000", "demo.cluster", "6000");
    assertThat(options.http(2)).isEqualTo(9200);
    assertThat(options.peers()).isEqualTo("127.0.0.1:6000,127.0.0.1:6001,127.0.0.1:6002");
    assertThat(new LightPlans(options).plan(2).ports()).containsOnlyKeys(9200, 6002, 7002, 8002);
  }

  @Test
  void primacy_settings_and_the_demos_resource_reach_every_node() {
    LaunchOptions options =
        options("primacy.drift", "0.02", "demo.resource", "http://x/", "other", "y");
    assertThat(new LightPlans(options).plan(1).restart())
        .contains("--name n2", "--set primacy.drift=0.02", "--set demo.resource=http://x/")
        .doesNotContain("other", "--stop-on-eof");
  }

  @Test
  void the_lease_is_three_seconds_unless_said_otherwise() {
    assertThat(options().settings()).containsEntry("primacy.lease", "3s");
    assertThat(options("primacy.lease", "9s").settings()).containsEntry("primacy.lease", "9s");
  }

  @Test
  void operators_and_probes_are_on_with_a_token_of_this_run_alone() {
    LaunchOptions one = options();
    assertThat(one.settings())
        .containsEntry("primacy.probes", "true")
        .containsEntry("primacy.admin.enabled", "true");
    assertThat(one.settings().get(LaunchOptions.TOKEN))
        .matches("[0-9a-f]{48}")
        .isNotEqualTo(options().settings().get(LaunchOptions.TOKEN));
    assertThat(OperatorLines.of(one, new LightPlans(one).plan(1)).get(0))
        .isEqualTo(
            "T=%s P=http://127.0.0.1:8180/primacy"
                .formatted(one.settings().get(LaunchOptions.TOKEN)));
  }

  @Test
  void a_run_without_operators_prints_nothing_for_them() {
    LaunchOptions off = options("primacy.admin.enabled", "false");
    assertThat(OperatorLines.of(off, new LightPlans(off).plan(0))).isEmpty();
  }

  @Test
  void a_word_with_spaces_is_quoted_in_the_restart_line() {
    LaunchOptions options = options("primacy.node.attributes.rack", "it's b 7");
    assertThat(new LightPlans(options).plan(0).restart())
        .contains("--set 'primacy.node.attributes.rack=it'\\''s b 7'");
  }

  @ParameterizedTest
  @CsvSource({
    "demo.http, x",
    "demo.http, 0",
    "demo.http, 65500",
    "demo.cluster, 63540",
    "demo.seconds, -1"
  })
  void a_wrong_number_is_refused_by_name(String key, String value) {
    assertThatThrownBy(() -> options(key, value))
        .isInstanceOf(LaunchException.class)
        .hasMessageStartingWith("PRIMACY-4031: -D" + key + "=" + value);
  }

  @Test
  void a_taken_port_is_named_with_its_node_and_purpose() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      NodePlan plan =
          new NodePlan(
              "n2",
              URI.create("http://127.0.0.1/"),
              List.of(),
              "",
              Map.of(port, "ZooKeeper clients"),
              NodePlan.Output.SHOWN);
      assertThatThrownBy(() -> PortCheck.of(List.of(plan)))
          .hasMessageStartingWith("PRIMACY-4030: port " + port + " (ZooKeeper clients of n2)")
          .hasMessageContaining("-Ddemo.cluster=PORT");
    }
  }
}
