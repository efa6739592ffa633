package dev.primacy.engine.kubernetes;

import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.spi.RecordKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  /** What Kubernetes calls a subdomain of the domain name system. */
  private static final Pattern ALLOWED =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  private static final String ENDS = "abxyzABXZ019";
  private static final String MIDDLE = ENDS + "._-";

  @Test
  void people_can_read_them() {
    String id = UUID.randomUUID().toString();
    assertThat(Names.lease("default", group("orders"))).isEqualTo("default.orders");
    assertThat(Names.lease("default", node(id))).isEqualTo("default.node." + id);
    assertThat(Names.lease("My.app", group("tax_2"))).isEqualTo("xmyx1app.tax0x22");
  }

  @Test
  void no_two_keys_share_a_lease_and_kubernetes_takes_each() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      String cluster = name(random, 4);
      RecordKey key = random.nextBoolean() ? group(name(random, 4)) : node(name(random, 4));
      String lease = Names.lease(cluster, key);
      String what = cluster + " " + key;
      assertThat(ALLOWED.matcher(lease).matches()).as("%s, seed %d", lease, seed).isTrue();
      assertThat(seen.merge(lease, what, (old, one) -> old)).as("seed %d", seed).isEqualTo(what);
    }
  }

  private static String name(Random random, int most) {
    StringBuilder name = new StringBuilder().append(one(random, ENDS));
    int length = random.nextInt(most);
    for (int i = 0; i < length; i++) {
      name.append(one(random, i == length - 1 ? ENDS : MIDDLE));
    }
    return name.toString();
  }

  private static char one(Random random, String of) {
    return of.charAt(random.nextInt(of.length()));
  }

  @Test
  void the_longest_names_fit() {
    String longest = "Q".repeat(63);
    assertThat(Names.lease(longest, group(longest))).hasSize(253);
    String id = UUID.randomUUID().toString();
    assertThat(Names.lease(longest, node(id))).hasSizeLessThan(253);
    assertThatThrownBy(() -> Names.lease(longest, node(longest)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "..", "-a", "a b", "a ", "a+b", "ä"})
  void what_is_no_name_never_reaches_the_api_server(String name) {
    assertThatThrownBy(() -> Names.lease("default", group(name)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
