package dev.primacy.engine.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.Engine;
import dev.primacy.spi.SettingDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static final String THREE = "127.0.0.1:7800,127.0.0.1:7801,127.0.0.1:7802";

  private Path data;

  @BeforeEach
  void makeDirectory() throws IOException {
    data = Directories.fresh();
  }

  @AfterEach
  void deleteDirectory() throws IOException {
    Directories.delete(data);
  }

  private Surroundings embedded() {
    return Given.node("n")
        .with(Settings.PEERS, THREE)
        .with(Settings.SELF, "127.0.0.1:7801")
        .with(Settings.DATA, data.toString());
  }

  private static List<String> problems(Surroundings surroundings) {
    return new ZooKeeperEngine().problems(surroundings);
  }

  private static void assertProblem(Surroundings surroundings, int number, String... mentions) {
    List<String> problems = problems(surroundings);
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).startsWith("PRIMACY-" + number + ": ");
    for (String mention : mentions) {
      assertThat(problems.get(0)).contains(mention);
    }
  }

  @Test
  void the_engine_is_found_by_its_name() {
    assertThat(ServiceLoader.load(Engine.class))
        .extracting(Engine::name)
        .containsExactly("zookeeper");
  }

  @Test
  void every_setting_is_below_the_engines_prefix_and_described() {
    assertThat(new ZooKeeperEngine().settings())
        .allMatch(row -> row.key().startsWith("primacy.zookeeper."))
        .allMatch(row -> row.description().length() > 20)
        .extracting(SettingDescription::key)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_node_of_three_has_no_problem_and_an_id_that_does_not_depend_on_the_order() {
    assertThat(problems(embedded())).isEmpty();
    Surroundings reversed =
        embedded().with(Settings.PEERS, "127.0.0.1:7802,127.0.0.1:7801,127.0.0.1:7800");
    assertThat(Configuration.of(reversed).target())
        .isEqualTo(Configuration.of(embedded()).target());
  }

  @Test
  void a_fourth_node_runs_no_server_and_needs_no_directory() {
    Surroundings fourth =
        Given.node("n4")
            .with(Settings.PEERS, THREE + ",127.0.0.1:7803")
            .with(Settings.SELF, "127.0.0.1:7803");
    assertThat(problems(fourth)).isEmpty();
    Target.Embedded target = (Target.Embedded) Configuration.of(fourth).target();
    assertThat(target.runsServer()).isFalse();
    assertThat(target.voters()).hasSize(3).doesNotContain(target.self());
  }

  @Test
  void self_is_told_from_the_bind_address_if_only_one_entry_has_it() {
    Surroundings told =
        Given.node("n")
            .with(Settings.PEERS, "127.0.0.1:7800,127.0.0.2:7800,127.0.0.3:7800")
            .with(Settings.BIND, "127.0.0.2")
            .with(Settings.DATA, data.toString());
    assertThat(problems(told)).isEmpty();
    assertThat(((Target.Embedded) Configuration.of(told).target()).self())
        .isEqualTo(new Address("127.0.0.2", 7800));
  }

  @Test
  void a_connect_string_may_carry_a_chroot() {
    Surroundings external = Given.node("n").with(Settings.CONNECT, "zk1:2181,zk2:2181/team/app");
    assertThat(problems(external)).isEmpty();
    Configuration configuration = Configuration.of(external);
    assertThat(configuration.target()).isEqualTo(new Target.External("zk1:2181,zk2:2181"));
    assertThat(configuration.root()).isEqualTo("/team/app/primacy/test");
  }

  @Test
  void exactly_one_ensemble_is_named() {
    assertProblem(Given.node("n"), 3000, Settings.CONNECT, Settings.PEERS);
    assertProblem(embedded().with(Settings.CONNECT, "zk1:2181"), 3001);
  }

  @ParameterizedTest
  @CsvSource({"localhost", "localhost:", ":7800", "localhost:0", "localhost:65536", "a:b"})
  void what_is_no_address_is_named(String wrong) {
    assertProblem(Given.node("n").with(Settings.CONNECT, "zk1:2181," + wrong), 3002, wrong);
    assertProblem(embedded().with(Settings.SELF, wrong), 3002, Settings.SELF, wrong);
  }

  @Test
  void peers_are_distinct_have_room_for_their_ports_and_are_not_two() {
    assertProblem(
        embedded().with(Settings.PEERS, THREE + ",127.0.0.1:7800"), 3003, "127.0.0.1:7800");
    assertProblem(
        embedded().with(Settings.PEERS, THREE + ",127.0.0.1:63536"), 3004, "127.0.0.1:63536");
    assertProblem(embedded().with(Settings.PEERS, "127.0.0.1:7800,127.0.0.1:7801"), 3005, "three");
  }

  @Test
  void self_must_be_listed_or_be_told_from_bind() {
    assertProblem(embedded().with(Settings.SELF, "127.0.0.1:7809"), 3006, "127.0.0.1:7809");
    Surroundings unclear = Given.node("n").with(Settings.PEERS, THREE);
    assertProblem(unclear.with(Settings.BIND, "127.0.0.1"), 3007, Settings.SELF);
  }

  @Test
  void an_open_bind_is_refused_unless_told() {
    assertProblem(embedded().with(Settings.BIND, "0.0.0.0"), 3008, "0.0.0.0");
    assertProblem(embedded().with(Settings.BIND, "::"), 3008);
    assertProblem(embedded().with(Settings.BIND, "192.0.2.1"), 3009, "192.0.2.1", "insecure");
    assertProblem(embedded().with(Settings.BIND, "no.such.host.invalid"), 3009);
    assertThat(
            problems(embedded().with(Settings.BIND, "192.0.2.1").with(Settings.INSECURE, "true")))
        .isEmpty();
    assertProblem(embedded().with(Settings.BIND, "0.0.0.0").with(Settings.INSECURE, "true"), 3008);
  }

  @Test
  void the_data_directory_is_named_and_stays() throws IOException {
    Surroundings unset = Given.node("n").with(Settings.PEERS, THREE);
    assertProblem(unset.with(Settings.SELF, "127.0.0.1:7800"), 3010);
    for (String temporary : List.of(System.getProperty("java.io.tmpdir"), "/tmp", "/tmp/x/..")) {
      assertProblem(embedded().with(Settings.DATA, temporary), 3011, temporary);
    }
    Path link = Files.createSymbolicLink(data.resolve("link"), Path.of("/tmp"));
    assertProblem(embedded().with(Settings.DATA, link.toString()), 3011);
    Path file = Files.createFile(data.resolve("file"));
    assertProblem(embedded().with(Settings.DATA, file.toString()), 3012, file.toString());
    assertProblem(embedded().with(Settings.DATA, file + "/below"), 3012);
  }

  @Test
  void credentials_are_checked_and_never_shown() {
    for (String wrong : List.of("nocolon", ":secret", "user:")) {
      assertProblem(embedded().with(Settings.AUTH, wrong), 3014);
      assertThat(problems(embedded().with(Settings.AUTH, "s3cret")).toString())
          .doesNotContain("s3cret");
    }
    Surroundings right = embedded().with(Settings.AUTH, "user:s3cret");
    assertThat(Configuration.of(right).toString()).doesNotContain("s3cret");
  }

  @Test
  void tls_is_complete_readable_and_for_an_external_ensemble() throws IOException {
    Path store = Files.createFile(data.resolve("store.p12"));
    Surroundings half =
        Given.node("n")
            .with(Settings.CONNECT, "zk1:2181")
            .with(Settings.KEY_STORE, store.toString());
    assertProblem(half, 3015, Settings.TRUST_STORE);
    assertProblem(half.with(Settings.TRUST_STORE, "/no/such/file"), 3016, "/no/such/file");
    assertProblem(half.with(Settings.TRUST_STORE, store.toString()), 3019, store.toString());
    assertProblem(
        embedded()
            .with(Settings.KEY_STORE, store.toString())
            .with(Settings.TRUST_STORE, store.toString()),
        3018);
  }

  @Test
  void the_root_is_a_path() {
    assertProblem(embedded().with(Settings.ROOT, "primacy"), 3017, "primacy");
    assertProblem(embedded().with(Settings.ROOT, "/primacy/"), 3017);
    assertProblem(Given.node("n").with(Settings.CONNECT, "zk:1/a//b"), 3017);
  }

  @Test
  void all_problems_are_told_at_once() {
    Surroundings bad =
        Given.node("n")
            .with(Settings.PEERS, THREE + ",127.0.0.1:7800,127.0.0.1:65000")
            .with(Settings.SELF, "127.0.0.1:7800")
            .with(Settings.BIND, "0.0.0.0")
            .with(Settings.ROOT, "x")
            .with(Settings.AUTH, "x");
    assertThat(problems(bad)).hasSize(6);
  }

  @Test
  void a_directory_remembers_whose_it_is() throws Exception {
    DataDirectory directory = new DataDirectory(data.toString());
    Files.createFile(data.resolve("zookeeper.configuration123.properties"));
    directory.prepare((Target.Embedded) Configuration.of(embedded()).target());
    assertThat(data.resolve("zookeeper.configuration123.properties")).doesNotExist();
    assertThat(data.resolve("myid")).hasContent("2");
    directory.prepare((Target.Embedded) Configuration.of(embedded()).target());
    Target.Embedded foreign =
        (Target.Embedded)
            Configuration.of(embedded().with(Settings.SELF, "127.0.0.1:7802")).target();
    assertThatThrownBy(() -> directory.prepare(foreign))
        .hasMessageStartingWith("PRIMACY-3013")
        .hasMessageContaining("voter 2 of")
        .hasMessageContaining("voter 3 of");
  }
}
