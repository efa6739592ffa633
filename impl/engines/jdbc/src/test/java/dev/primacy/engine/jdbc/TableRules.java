package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table and the rights on it; on each database, which is empty when a test begins. */
interface TableRules {

  /** As somebody who may do everything. */
  Connection administrator() throws SQLException;

  /** Settings of a user who may do everything. */
  Surroundings surroundings();

  /** Settings of a user {@code app} who exists and has been granted nothing. */
  Surroundings nobody() throws SQLException;

  default void execute(String... commands) throws SQLException {
    try (Connection connection = administrator()) {
      for (String command : commands) {
        Dialect.execute(connection, command);
      }
    }
  }

  private static RecordStore open(Surroundings surroundings) throws StoreException {
    return new JdbcEngine().open(surroundings);
  }

  private static void assertRefused(Surroundings surroundings, int number, String... mentions) {
    assertThatThrownBy(() -> open(surroundings).close())
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("PRIMACY-" + number)
        .satisfies(
            refusal ->
                assertThat(mentions)
                    .allSatisfy(mention -> assertThat(refusal.getMessage()).contains(mention)));
  }

  private static String ddl(Surroundings surroundings) {
    try {
      open(surroundings).close();
    } catch (StoreException refusal) {
      String message = refusal.getMessage();
      return message.substring(message.indexOf("CREATE TABLE"));
    }
    throw new AssertionError("it was opened");
  }

  @Test
  default void a_missing_table_is_created_once_by_nodes_that_start_together() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    CyclicBarrier start = new CyclicBarrier(4);
    List<Future<RecordStore>> opening = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      opening.add(
          nodes.submit(
              () -> {
                start.await();
                return open(surroundings());
              }));
    }
    for (Future<RecordStore> each : opening) {
      try (RecordStore store = each.get()) {
        store.read(LEDGER);
      }
    }
    nodes.shutdown();
  }

  @Test
  default void a_missing_table_is_told_with_the_statement_that_creates_it() throws Exception {
    Surroundings never = surroundings().with(Settings.CREATE_TABLE, "false");
    assertRefused(never, 3222, "primacy_record", "PRIMARY KEY (cluster_name, kind, name)");
    execute(ddl(never));
    try (RecordStore store = open(never)) {
      created(store, LEDGER, "1");
    }
  }

  @Test
  default void who_may_not_create_the_table_is_told_how_somebody_else_does() throws Exception {
    Surroundings app = nobody();
    execute(ddl(app));
    execute("GRANT SELECT, INSERT, UPDATE, DELETE ON primacy_record TO app");
    try (RecordStore store = open(app)) {
      created(store, LEDGER, "1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT", "SELECT, INSERT, UPDATE", "SELECT, INSERT, DELETE", "SELECT, DELETE"})
  default void every_right_that_is_missing_is_missed_at_deployment(String granted)
      throws Exception {
    open(surroundings()).close();
    Surroundings app = nobody();
    execute("GRANT " + granted + " ON primacy_record TO app");
    assertRefused(app, 3225, "SELECT, INSERT, UPDATE and DELETE");
  }

  @Test
  default void a_table_without_its_key_would_let_two_create_one_record() throws Exception {
    execute(ddl(nobodyCreating()).replaceFirst(",\\s*PRIMARY KEY \\([^)]*\\)", ""));
    assertRefused(surroundings(), 3224, "primary key", "CREATE TABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VARCHAR(126):VARCHAR(63)", "VARCHAR(32):INTEGER", "VARCHAR(8):CHAR(8)"})
  default void a_column_of_another_type_is_named(String change) throws Exception {
    String[] types = change.split(":");
    execute(ddl(nobodyCreating()).replace(types[0], types[1]));
    assertRefused(surroundings(), 3224, "column");
  }

  @Test
  default void a_column_that_is_missing_is_named() throws Exception {
    execute("CREATE TABLE primacy_record (name VARCHAR(126) PRIMARY KEY, content INTEGER)");
    assertRefused(
        surroundings().with(Settings.CREATE_TABLE, "false"), 3222, "cluster_name", "CREATE TABLE");
    assertRefused(surroundings(), 3223, "CREATE TABLE");
  }

  private Surroundings nobodyCreating() {
    return surroundings().with(Settings.CREATE_TABLE, "false");
  }

  @Test
  default void wrong_credentials_are_told_at_deployment() {
    assertRefused(surroundings().with(Settings.USER, "app").with(Settings.PASSWORD, "wrong"), 3220);
  }

  @Test
  default void names_that_differ_by_case_and_clusters_of_one_table_do_not_meet() throws Exception {
    try (RecordStore one = open(surroundings());
        RecordStore other = open(surroundings().inCluster("Test"))) {
      created(one, group("orders"), "1");
      created(one, group("Orders"), "2");
      created(other, group("orders"), "3");
      assertThat(text(one.read(group("orders")).orElseThrow())).isEqualTo("1");
      assertThat(text(one.read(group("Orders")).orElseThrow())).isEqualTo("2");
      assertThat(other.read(group("Orders"))).isEmpty();
      assertThat(one.list())
          .extracting(record -> record.key().name())
          .containsExactlyInAnyOrder("orders", "Orders");
    }
  }
}
