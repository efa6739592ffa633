package dev.primacy.demo.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeOptionsTest {
  private static final String GOOD =
      "--name n1 --bind 127.0.0.1 --http 8080 --cluster 7800"
          + " --peers 127.0.0.1:7800,127.0.0.1:7801,127.0.0.1:7802 --data target/data";

  private static NodeOptions parse(String line) {
    return NodeOptions.of(CommandLine.parse(List.of(line.split(" "))));
  }

  @Test
  void the_documented_line_is_understood() {
    NodeOptions options = parse(GOOD + " --set primacy.lease=3s --set a=b=c");
    assertThat(options.name()).isEqualTo("n1");
    assertThat(options.url()).hasToString("http://127.0.0.1:8080/");
    assertThat(options.settings()).containsEntry("primacy.lease", "3s").containsEntry("a", "b=c");
    assertThat(NodeSettings.derived(options))
        .containsEntry("primacy.node.name", "n1")
        .containsEntry("primacy.zookeeper.self", "127.0.0.1:7800")
        .containsEntry("primacy.zookeeper.peers", "127.0.0.1:7800,127.0.0.1:7801,127.0.0.1:7802");
  }

  @Test
  void without_a_cluster_the_node_is_standalone_and_gets_no_primacy_setting() {
    NodeOptions options = parse("--name n1 --http 8080 --data target/data");
    assertThat(options.cluster()).isEmpty();
    assertThat(NodeSettings.derived(options).keySet()).noneMatch(key -> key.startsWith("primacy."));
  }

  @Test
  void this_node_may_be_listed_by_name_and_is_told_as_the_list_spells_it() {
    NodeOptions options =
        parse("--name n1 --http 8080 --cluster 7800 --peers localhost:7800 --data target/data");
    assertThat(NodeSettings.derived(options))
        .containsEntry("primacy.zookeeper.self", "localhost:7800");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--nam n1 | PRIMACY-4001: '--nam'",
        "n1 | PRIMACY-4001: 'n1'",
        "--name | PRIMACY-4002: --name needs a value",
        "--name --http 8080 | PRIMACY-4002: --name needs a value",
        "--http 8080 --data d | PRIMACY-4003: --name is missing",
        "--name n1 --data d | PRIMACY-4003: --http is missing",
        "--name n1 --http 8080 | PRIMACY-4003: --data is missing",
        "--name n1 --name n2 | PRIMACY-4004: --name is given twice",
        "--name n1 --http 0 --data d | PRIMACY-4005: --http 0",
        "--name n1 --http 65536 --data d | PRIMACY-4005: --http 65536",
        "--name n1 --http 80x --data d | PRIMACY-4005: --http 80x",
        "--name -n1- --http 8080 --data d | PRIMACY-4005: --name -n1-",
        "--set x | PRIMACY-4005: --set x",
        "--set a=1 --set a=2 | PRIMACY-4008: --set a",
        "--name n --http 1 --data d --cluster 7800 | PRIMACY-4013",
        "--name n --http 1 --data d --peers 127.0.0.1:7800 | PRIMACY-4013",
        "--name n --http 1 --data d --cluster 63536 --peers 127.0.0.1:1 | PRIMACY-4005: --cluster",
        "--name n --http 1 --data d --cluster 7800 --peers 127.0.0.1 | PRIMACY-4005: --peers",
        "--name n --http 1 --data d --cluster 7800 --peers 127.0.0.1:7801 | PRIMACY-4007: --peers",
        "--name n --http 1 --data d --cluster 7800 --peers 127.0.0.1:7800,localhost:7800"
            + " | PRIMACY-4006: --peers names localhost:7800",
      })
  void a_wrong_line_is_refused_by_number_and_names_the_offender(String line, String message) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void help_names_every_flag() {
    assertThat(Usage.text()).contains(Arrays.stream(Flag.values()).map(Flag::text).toList());
  }
}
