package dev.primacy.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong settings, each answered by a number, the offender, the rule and the way out. */
class WrongSettingsTest {

  private static List<String> problems(Map<String, String> values) {
    Map<String, String> all = new HashMap<>(Map.of("primacy.group", "g"));
    all.putAll(values);
    return SettingsReader.read(
            new MapSettings(all), List.of(new NamedEngine("zookeeper")), List.of(), true)
        .problems();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "primacy.lease                 | soon              | 1004 | a duration such as",
        "primacy.lease                 | -5s               | 1004 | a duration such as",
        "primacy.lease                 | 10                | 1004 | a duration such as",
        "primacy.lease                 | 50ms              | 1005 | 100ms to 1d",
        "primacy.lease                 | 2d                | 1005 | 100ms to 1d",
        "primacy.lease.longest         | 1s                | 1008 | longest lease of any node",
        "primacy.renew-every           | 3s                | 1007 | lengthen the lease",
        "primacy.request-timeout       | 5s                | 1007 | lengthen the lease",
        "primacy.renew-every           | 0s                | 1005 | 1ms to 1d",
        "primacy.drift                 | 0.5               | 1005 | 0 to 0.2",
        "primacy.drift                 | a little          | 1004 | a decimal number",
        "primacy.cluster               | my cluster        | 1004 | a name",
        "primacy.cluster               | -x                | 1004 | a name",
        "primacy.groups                | a,b c             | 1004 | list of names",
        "primacy.groups                | a,,b              | 1004 | list of names",
        "primacy.groups                | a,b,a             | 1014 | twice",
        "primacy.groups.stock.election | automatic         | 1013 | add it to primacy.groups",
        "primacy.groups.g.election     | voting            | 1006 | automatic, operator",
        "primacy.election              | AUTOMATIC         | 1006 | automatic, operator",
        "primacy.enabled               | yes               | 1004 | true or false",
        "primacy.node.name             | n/1               | 1004 | a name",
        "primacy.node.url              | ftp://h/          | 1004 | http or https",
        "primacy.node.url              | http://me:pw@h/   | 1004 | without user information",
        "primacy.node.url              | here              | 1004 | http or https",
        "primacy.node.priority         | high              | 1004 | a whole number",
        "primacy.node.priority         | 5000              | 1005 | -1000 to 1000",
        "primacy.node.passive          | 1                 | 1004 | true or false",
        "primacy.dispatch.threads      | 0                 | 1005 | 1 to 256",
        "primacy.drain-timeout         | forever           | 1004 | a duration such as",
        "primacy.promotion.on-failure  | ignore            | 1006 | step-down, continue",
        "primacy.guard.when-disabled   | maybe             | 1006 | reject, admit",
        "primacy.config.unknown        | ignore            | 1006 | error, warn",
        "primacy.inactivity-timeout    | 0s                | 1005 | 1ms to 365d",
        "primacy.inactivity-timeout    | 0                 | 1004 | a duration such as",
        "primacy.inactivity-timeout    | -PT1S             | 1004 | a duration such as",
        "primacy.inactivity-timeout    | x                 | 1004 | a duration such as",
        "primacy.heartbeat             | often             | 1004 | a duration such as",
        "primacy.startup.wait-for-role | 2h                | 1005 | 0s to 1h",
        "primacy.laese                 | 3s                | 1002 | primacy.lease",
        "primacy.node.atributes.zone   | eu                | 1002 | primacy.node.attributes.*",
        "primacy.jdbc.url              | jdbc:x            | 1003 | 'jdbc'",
        "primacy.zookeeper.conect      | h:1               | 1002 | primacy.zookeeper.connect",
        "primacy.zookeeper.connect     | h                 | 1004 | list of host:port",
        "primacy.zookeeper.connect     | h:99999           | 1004 | list of host:port",
        "primacy.zookeeper.connect     | h:1,,h:2          | 1004 | list of host:port",
      })
  void a_wrong_setting_is_named_with_its_rule_and_the_way_out(
      String key, String value, String number, String hint) {
    assertThat(problems(Map.of(key, value)))
        .as(key + "=" + value)
        .singleElement()
        .asString()
        .startsWith("PRIMACY-" + number + ": ")
        .contains(key)
        .contains(hint);
  }

  @Test
  void all_problems_are_found_at_once() {
    Map<String, String> values =
        Map.of(
            "primacy.lease", "soon",
            "primacy.drift", "9",
            "primacy.node.url", "here",
            "primacy.unheard-of", "1",
            "primacy.engine", "etcd");
    assertThat(problems(values))
        .hasSize(5)
        .allMatch(problem -> problem.matches("PRIMACY-1\\d{3}: .*"));
  }

  @Test
  void a_secret_is_never_shown() {
    assertThat(problems(Map.of("primacy.zookeeper.password", "hunt\u0007er2")))
        .singleElement()
        .asString()
        .startsWith("PRIMACY-1020: primacy.zookeeper.password ")
        .doesNotContain("hunt");
  }

  @Test
  void control_characters_never_reach_a_message() {
    assertThat(problems(Map.of("primacy.node.name", "n1\u001b[2Jx")))
        .singleElement()
        .asString()
        .startsWith("PRIMACY-1020: ")
        .doesNotContain("\u001b");
  }

  @Test
  void attributes_are_bounded_in_number_and_length() {
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 33; i++) {
      many.put("primacy.node.attributes.a" + i, "x");
    }
    assertThat(problems(many)).singleElement().asString().startsWith("PRIMACY-1015: 33 ");
    assertThat(problems(Map.of("primacy.node.attributes.a", "\u00e9".repeat(128))))
        .singleElement()
        .asString()
        .startsWith("PRIMACY-1016: primacy.node.attributes.a is 257 ");
  }

  @Test
  void unknown_keys_are_only_a_warning_when_told_so_or_when_nothing_is_guarded() {
    Map<String, String> relaxed =
        Map.of("primacy.group", "g", "primacy.laese", "3s", "primacy.config.unknown", "warn");
    Reading told =
        SettingsReader.read(
            new MapSettings(relaxed), List.of(new NamedEngine("memory")), List.of(), true);
    assertThat(told.problems()).isEmpty();
    assertThat(told.warnings()).singleElement().asString().startsWith("PRIMACY-1002: ");

    Map<String, String> strict = Map.of("primacy.laese", "3s");
    Reading unguarded = SettingsReader.read(new MapSettings(strict), List.of(), List.of(), false);
    assertThat(unguarded.problems()).isEmpty();
    assertThat(unguarded.warnings()).hasSize(1);
  }

  @Test
  void two_engines_of_one_name_are_an_error() {
    Reading reading =
        SettingsReader.read(
            new MapSettings(Map.of("primacy.group", "g", "primacy.engine", "x")),
            List.of(new NamedEngine("x"), new NamedEngine("x")),
            List.of(),
            true);
    assertThat(reading.problems()).singleElement().asString().startsWith("PRIMACY-1017: ");
  }
}
