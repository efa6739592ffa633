package dev.primacy.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.elector.ElectionPolicy;
import dev.primacy.core.operate.NominalRole;
import dev.primacy.core.operate.Rules;
import dev.primacy.spi.Engine;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every row of the table that says what a configuration amounts to. */
class SettingsDecisionTest {
  /** As the table has it. */
  private static final Rules BY_RULES =
      new Rules(NominalRole.SECONDARY, true, true, false, Duration.ofSeconds(5), 4, true, true);

  private static Reading read(Map<String, String> values, String... engines) {
    return SettingsReader.read(
        new MapSettings(values),
        Arrays.stream(engines).map(name -> (Engine) new NamedEngine(name)).toList(),
        List.of(),
        true);
  }

  @Test
  void no_group_and_no_engine_key_is_standalone_with_or_without_an_engine() {
    assertThat(read(Map.of()).mode()).isEqualTo(Mode.STANDALONE);
    Reading withEngine = read(Map.of(), "zookeeper");
    assertThat(withEngine.mode()).isEqualTo(Mode.STANDALONE);
    assertThat(withEngine.problems()).isEmpty();
    assertThat(withEngine.engine()).isEmpty();
    assertThat(Settings.of(withEngine, "n").defaultGroup()).contains("default");
    assertThat(Settings.of(withEngine, "n").groups()).isEmpty();
  }

  @Test
  void an_engine_or_cluster_or_node_key_without_a_group_is_an_error() {
    for (String key :
        List.of(
            "primacy.engine",
            "primacy.cluster",
            "primacy.node.name",
            "primacy.node.attributes.zone")) {
      assertThat(read(Map.of(key, "zookeeper"), "zookeeper").problems())
          .as(key)
          .singleElement()
          .asString()
          .startsWith("PRIMACY-1009: ")
          .contains(key)
          .contains("primacy.group");
    }
    assertThat(read(Map.of("primacy.zookeeper.connect", "h:1"), "zookeeper").problems())
        .singleElement()
        .asString()
        .startsWith("PRIMACY-1009: primacy.zookeeper.connect ");
  }

  @Test
  void a_group_and_exactly_one_engine_is_that_engine() {
    Reading reading = read(Map.of("primacy.group", "ledger"), "zookeeper");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.mode()).isEqualTo(Mode.CLUSTERED);
    assertThat(reading.engine().orElseThrow().name()).isEqualTo("zookeeper");
  }

  @Test
  void a_group_without_an_engine_is_an_error() {
    assertThat(read(Map.of("primacy.group", "ledger")).problems())
        .singleElement()
        .asString()
        .startsWith("PRIMACY-1010: ")
        .contains("'ledger'");
  }

  @Test
  void several_engines_need_a_choice() {
    Map<String, String> group = Map.of("primacy.group", "ledger");
    assertThat(read(group, "memory", "zookeeper").problems())
        .singleElement()
        .asString()
        .startsWith("PRIMACY-1011: ")
        .contains("'memory', 'zookeeper'");

    Map<String, String> chosen = Map.of("primacy.group", "ledger", "primacy.engine", "memory");
    Reading reading = read(chosen, "memory", "zookeeper");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.engine().orElseThrow().name()).isEqualTo("memory");
  }

  @Test
  void an_engine_that_is_not_there_is_an_error_that_names_those_that_are() {
    Map<String, String> chosen = Map.of("primacy.group", "ledger", "primacy.engine", "jdbc");
    assertThat(read(chosen, "memory", "zookeeper").problems())
        .singleElement()
        .asString()
        .startsWith("PRIMACY-1012: primacy.engine=jdbc ")
        .contains("'memory', 'zookeeper' were found");
    assertThat(read(chosen).problems())
        .singleElement()
        .asString()
        .startsWith("PRIMACY-1012: ")
        .contains("none was found");
  }

  @Test
  void several_groups_have_a_default_only_if_told() {
    Map<String, String> two = Map.of("primacy.groups", "ledger, stock");
    Settings none = Settings.of(read(two, "memory"), "n");
    assertThat(none.groups()).extracting(GroupSettings::name).containsExactly("ledger", "stock");
    assertThat(none.defaultGroup()).isEmpty();

    Map<String, String> told = Map.of("primacy.groups", "ledger,stock", "primacy.group", "stock");
    Settings stock = Settings.of(read(told, "memory"), "n");
    assertThat(stock.groups()).hasSize(2);
    assertThat(stock.defaultGroup()).contains("stock");

    Settings one = Settings.of(read(Map.of("primacy.groups", "ledger"), "memory"), "n");
    assertThat(one.defaultGroup()).contains("ledger");
  }

  @Test
  void switched_off_needs_no_engine() {
    Reading off = read(Map.of("primacy.enabled", "false", "primacy.group", "ledger"));
    assertThat(off.problems()).isEmpty();
    assertThat(off.mode()).isEqualTo(Mode.DISABLED);
    assertThat(off.engine()).isEmpty();
  }

  @Test
  void the_timing_follows_from_the_lease() {
    Settings settings =
        Settings.of(
            read(Map.of("primacy.group", "g", "primacy.lease", "PT3S"), "memory"), "host-app");
    assertThat(settings.timing().lease()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.timing().renewEvery()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.timing().requestTimeout()).isEqualTo(Duration.ofMillis(750));
    assertThat(settings.timing().longestLease()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.node().name()).isEqualTo("host-app");
    assertThat(settings.cluster()).isEqualTo("default");
  }

  @Test
  void a_group_may_have_an_election_policy_of_its_own() {
    Map<String, String> values =
        Map.of(
            "primacy.groups", "ledger,stock.eu",
            "primacy.election", "operator",
            "primacy.groups.stock.eu.election", "rule-based");
    Settings settings = Settings.of(read(values, "memory"), "n");
    assertThat(settings.groups())
        .containsExactly(
            new GroupSettings("ledger", ElectionPolicy.OPERATOR, false, Optional.empty()),
            new GroupSettings("stock.eu", ElectionPolicy.RULE_BASED, false, Optional.of(BY_RULES)));
  }

  @Test
  void attributes_are_read_by_name() {
    Map<String, String> values =
        Map.of(
            "primacy.group", "g",
            "primacy.node.attributes.zone", "eu-1",
            "primacy.node.attributes.rack.row", "7");
    assertThat(Settings.of(read(values, "memory"), "n").node().attributes())
        .containsOnly(Map.entry("zone", "eu-1"), Map.entry("rack.row", "7"));
  }
}
