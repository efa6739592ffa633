package dev.primacy.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.Engine;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final String H2 = "jdbc:h2:file:/var/lib/app/records";

  private static void assertProblem(Surroundings surroundings, int number, String... mentions) {
    List<String> problems = new JdbcEngine().problems(surroundings);
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).startsWith("PRIMACY-" + number + ": ");
    assertThat(mentions).allSatisfy(mention -> assertThat(problems.get(0)).contains(mention));
  }

  private static void assertFine(Surroundings surroundings) {
    assertThat(new JdbcEngine().problems(surroundings)).isEmpty();
  }

  @Test
  void the_engine_is_found_by_its_name() {
    assertThat(ServiceLoader.load(Engine.class)).extracting(Engine::name).contains("jdbc");
  }

  @Test
  void every_setting_is_below_the_engines_prefix_and_described() {
    assertThat(new JdbcEngine().settings())
        .allMatch(row -> row.key().startsWith("primacy.jdbc."))
        .allMatch(row -> row.description().length() > 20)
        .extracting(SettingDescription::key)
        .doesNotHaveDuplicates();
  }

  @Test
  void exactly_one_database_is_named() {
    assertProblem(Given.nothing(), 3200, Settings.URL, Settings.DATA_SOURCE);
    assertProblem(Given.url(H2).with(Settings.DATA_SOURCE, "java:/ds"), 3201, "remove the one");
    assertFine(Given.url(H2));
    assertFine(Given.nothing().with(Settings.DATA_SOURCE, "java:comp/env/jdbc/records"));
    assertFine(Given.nothing().with(Settings.DATA_SOURCE, "jdbc/records"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql://host/db", "jdbc:", "http://host", "jdbc:postgresql"})
  void what_is_no_jdbc_url_is_named(String wrong) {
    assertProblem(Given.url(wrong), 3202, wrong);
  }

  @Test
  void a_driver_has_to_be_there() {
    assertProblem(Given.url("jdbc:oracle:thin:@host/db"), 3203, "jdbc:oracle", "jar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "a.b.c", "1a", "a;drop", "a\"b", "a-b", ".a", "ä", "a'--", "a.1"})
  void a_table_has_a_plain_name(String wrong) {
    assertProblem(Given.url(H2).with(Settings.TABLE, wrong), 3204, "'" + wrong + "'");
  }

  @Test
  void a_table_may_have_a_schema() {
    assertFine(Given.url(H2).with(Settings.TABLE, "ops.Primacy_2"));
    assertProblem(Given.url(H2).with(Settings.TABLE, "a".repeat(64)), 3204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:h2:mem:", "jdbc:h2:mem:shared;DB_CLOSE_DELAY=-1", "jdbc:H2:MEM:x"})
  void a_database_private_to_the_process_is_refused(String url) {
    assertProblem(Given.url(url), 3205, "AUTO_SERVER");
  }

  @Test
  void h2_may_not_write_later_than_it_confirms() {
    assertProblem(Given.url(H2 + ";WRITE_DELAY=500"), 3206, "500");
    assertProblem(Given.url(H2 + ";AUTO_SERVER=TRUE;write_delay=1"), 3206);
    assertFine(Given.url(H2 + ";WRITE_DELAY=0"));
  }

  @Test
  void a_driver_may_not_be_told_to_repeat_writes() {
    assertProblem(Given.url("jdbc:mariadb:sequential://a,b/db?transactionReplay=true"), 3207);
  }

  @Test
  void a_password_belongs_to_a_user() {
    assertProblem(Given.url(H2).with(Settings.PASSWORD, "s3cret"), 3208, Settings.USER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ldap://host/x", "rmi://host/x", "java:a:b", "with blank"})
  void a_name_never_leads_out_of_the_server(String name) {
    assertProblem(Given.nothing().with(Settings.DATA_SOURCE, name), 3211, name);
  }

  @Test
  void a_data_source_that_is_not_there_is_named_at_deployment() {
    assertThatThrownBy(
            () -> new JdbcEngine().open(Given.nothing().with(Settings.DATA_SOURCE, "java:/no")))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("PRIMACY-3209")
        .hasMessageContaining("java:/no");
  }

  @Test
  void all_problems_are_told_at_once() {
    assertThat(
            new JdbcEngine()
                .problems(
                    Given.url("jdbc:h2:mem:x")
                        .with(Settings.TABLE, "a b")
                        .with(Settings.PASSWORD, "x")))
        .hasSize(3);
    assertThatThrownBy(() -> new JdbcEngine().open(Given.nothing()))
        .hasMessageContaining("PRIMACY-3200");
  }

  @Test
  void no_message_shows_a_password() {
    String url = "jdbc:oracle:thin://scott:tiger@host/db?password=tiger;password=tiger";
    assertThat(new JdbcEngine().problems(Given.url(url)).toString())
        .contains("//host/db")
        .doesNotContain("tiger");
    Surroundings right =
        Given.url(H2 + ";PASSWORD=tiger")
            .with(Settings.USER, "scott")
            .with(Settings.PASSWORD, "tiger");
    assertThat(Configuration.of(right).toString()).contains(H2).doesNotContain("tiger");
  }

  @Test
  void drivers_are_told_the_request_timeout_unless_the_url_says_something_else() {
    Duration timeout = Duration.ofMillis(2500);
    assertThat(new JdbcUrl("jdbc:postgresql://h/d?socketTimeout=9").properties(timeout, "n1"))
        .containsEntry("connectTimeout", "3")
        .containsEntry("loginTimeout", "3")
        .containsEntry("ApplicationName", "primacy n1")
        .doesNotContainKey("socketTimeout");
    assertThat(new JdbcUrl("jdbc:mariadb://h/d").properties(timeout, "n1"))
        .containsEntry("connectTimeout", "2500")
        .containsEntry("socketTimeout", "2500");
    assertThat(new JdbcUrl("jdbc:h2:tcp://h/d").properties(timeout, "n1"))
        .containsOnly(Map.entry("NETWORK_TIMEOUT", "2500"), Map.entry("WRITE_DELAY", "0"));
    assertThat(new JdbcUrl(H2 + ";AUTO_SERVER=TRUE").properties(timeout, "n1"))
        .containsOnlyKeys("NETWORK_TIMEOUT", "WRITE_DELAY");
    assertThat(new JdbcUrl(H2).properties(timeout, "n1"))
        .containsOnly(Map.entry("DB_CLOSE_ON_EXIT", "FALSE"), Map.entry("WRITE_DELAY", "0"));
    assertThat(new JdbcUrl("jdbc:oracle:thin:x").properties(timeout, "n1")).isEmpty();
  }

  @Test
  void settings_of_events_are_checked_with_all_others() {
    JdbcEngine engine = new JdbcEngine();
    assertThat(engine.messenger().orElseThrow().problems(Given.url(H2))).isEmpty();
    assertThat(engine.messenger().orElseThrow().name()).isEqualTo("jdbc");
    assertThat(engine.messenger().orElseThrow().settings()).isEmpty();
    Surroundings wrong =
        Given.url(H2)
            .with(Settings.POLL, "often")
            .with(Settings.KEEP, "1ms")
            .with(Settings.BATCH, "0")
            .with(Settings.TABLE, "x".repeat(49));
    assertThat(engine.messenger().orElseThrow().problems(wrong))
        .satisfiesExactly(
            poll -> assertThat(poll).startsWith("PRIMACY-3240: " + Settings.POLL),
            keep -> assertThat(keep).startsWith("PRIMACY-3240: " + Settings.KEEP),
            batch -> assertThat(batch).startsWith("PRIMACY-3241: "),
            table -> assertThat(table).startsWith("PRIMACY-3242: "));
    assertThat(engine.problems(wrong)).isEmpty();
    assertThatThrownBy(() -> engine.messenger().orElseThrow().open(wrong))
        .isInstanceOf(MessengerException.class);
    assertThatThrownBy(() -> engine.archive(wrong)).isInstanceOf(StoreException.class);
  }
}
