package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.node;
import static dev.primacy.engine.tck.Records.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreStatus;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL has; and the table, on it. */
class PostgreSqlTest implements TableRules {

  private static final Duration LONG = Duration.ofSeconds(20);

  private static PostgreSqlService server;

  @BeforeAll
  static void startServer() throws Exception {
    server = new PostgreSqlService();
    server.start();
    server.execute("CREATE USER app PASSWORD 'app'", "CREATE USER other PASSWORD 'other'");
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @AfterEach
  void dropTable() throws SQLException {
    server.execute("DROP TABLE IF EXISTS primacy_record", "DROP SCHEMA IF EXISTS ops CASCADE");
  }

  @Override
  public Connection administrator() throws SQLException {
    return server.connect();
  }

  @Override
  public Surroundings surroundings() {
    return Given.url(server.url()).with(Settings.USER, "postgres");
  }

  @Override
  public Surroundings nobody() {
    return Given.url(server.url()).with(Settings.USER, "app").with(Settings.PASSWORD, "app");
  }

  private RecordStore open() throws Exception {
    return new JdbcEngine().open(surroundings());
  }

  @Override
  public void wrong_credentials_are_told_at_deployment() {
    // this server trusts everybody from here; a user it does not know stands in
    assertThatThrownBy(() -> new JdbcEngine().open(surroundings().with(Settings.USER, "unknown")))
        .hasMessageStartingWith("PRIMACY-3220");
  }

  @Test
  void a_database_that_does_not_exist_is_told_at_deployment() {
    String url = server.url().replace("/postgres", "/nowhere");
    assertThatThrownBy(() -> new JdbcEngine().open(Given.url(url).with(Settings.USER, "postgres")))
        .hasMessageStartingWith("PRIMACY-3221")
        .hasMessageContaining("nowhere");
  }

  @Test
  void a_change_and_its_announcement_are_one_statement() throws Exception {
    Queue<RecordKey> hints = new ConcurrentLinkedQueue<>();
    Surroundings surroundings = surroundings();
    Configuration configuration = Configuration.of(surroundings);
    Watched watched = new Watched(Sources.of(surroundings, configuration));
    try (RecordStore writer = JdbcEngine.open(configuration, watched, surroundings);
        RecordStore listener = open()) {
      assertThat(listener.watch(hints::add)).isTrue();
      await().atMost(LONG).until(() -> sessionsListening() == 2);
      watched.executed.clear();
      RecordVersion version = created(writer, node("n1"), "1");
      await().atMost(LONG).until(() -> hints.contains(node("n1")));
      hints.clear();
      version = stored(writer.put(node("n1"), version, bytes("2")));
      await().atMost(LONG).until(() -> hints.contains(node("n1")));
      hints.clear();
      List<PutOutcome> outcomes = new ArrayList<>();
      assertThat(writer.putAndList(node("n1"), version, bytes("2"), outcomes::add)).hasSize(1);
      version = stored(outcomes.get(0));
      await().atMost(LONG).until(() -> hints.contains(node("n1")));
      hints.clear();
      stored(writer.remove(node("n1"), version));
      await().atMost(LONG).until(() -> hints.contains(node("n1")));
      assertThat(writer.put(node("n1"), version, bytes("3")))
          .isInstanceOf(PutOutcome.Conflict.class);
      assertThat(watched.executed).hasSize(5).allMatch(sql -> sql.contains("pg_notify"));
    }
  }

  @Test
  void nothing_is_announced_if_it_was_switched_off() throws Exception {
    try (RecordStore store = new JdbcEngine().open(surroundings().with(Settings.NOTIFY, "false"))) {
      assertThat(store.watch(key -> {})).isFalse();
      RecordVersion version = created(store, LEDGER, "1");
      stored(store.remove(LEDGER, version));
      assertThat(sessionsListening()).isZero();
    }
  }

  @Test
  void another_cluster_is_not_told() throws Exception {
    Queue<RecordKey> hints = new ConcurrentLinkedQueue<>();
    try (RecordStore writer = new JdbcEngine().open(surroundings().inCluster("other"));
        RecordStore own = open();
        RecordStore listener = open()) {
      listener.watch(hints::add);
      await().atMost(LONG).until(() -> sessionsListening() >= 3);
      created(writer, group("foreign"), "1");
      created(own, LEDGER, "1");
      await().atMost(LONG).until(() -> hints.contains(LEDGER));
      assertThat(hints).containsOnly(LEDGER);
    }
  }

  @Test
  void listening_goes_on_after_its_session_was_ended() throws Exception {
    Queue<RecordKey> hints = new ConcurrentLinkedQueue<>();
    try (RecordStore store = open()) {
      store.watch(hints::add);
      await().atMost(LONG).until(() -> sessionsListening() == 1);
      server.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT kind, name%'");
      await()
          .atMost(LONG)
          .until(
              () -> {
                RecordVersion version = created(store, LEDGER, "1");
                stored(store.remove(LEDGER, version));
                return hints.contains(LEDGER);
              });
    }
  }

  private long sessionsListening() throws SQLException {
    try (Connection connection = administrator()) {
      return Long.parseLong(
          Dialect.single(
              connection,
              "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT kind, name%'"));
    }
  }

  @Test
  void what_is_confirmed_is_on_disk_whatever_the_default_is() throws Exception {
    server.execute("ALTER USER other SET synchronous_commit = off");
    Surroundings other =
        Given.url(server.url()).with(Settings.USER, "other").with(Settings.PASSWORD, "other");
    Source source = Sources.of(other, Configuration.of(other));
    try (Connection plain = source.connect()) {
      assertThat(Dialect.single(plain, "SHOW synchronous_commit")).isEqualTo("off");
      new PostgreSql().settle(plain, 1_000);
      assertThat(Dialect.single(plain, "SHOW synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void a_server_that_may_only_be_read_is_not_used_until_it_may_be_written() throws Exception {
    open().close();
    server.execute("ALTER DATABASE postgres SET default_transaction_read_only = on");
    try (RecordStore store = open()) {
      assertThat(store.status().state()).isEqualTo(StoreStatus.State.UNREACHABLE);
      assertThatThrownBy(() -> store.read(LEDGER)).hasMessageContaining("PRIMACY-3226");
      assertThat(store.put(LEDGER, RecordVersion.ABSENT, bytes("1")))
          .isInstanceOf(PutOutcome.Refused.class);
      writable();
      await().atMost(LONG).until(() -> store.status().state() == StoreStatus.State.HEALTHY);
    } finally {
      writable();
    }
  }

  private void writable() throws SQLException {
    server.execute(
        "SET default_transaction_read_only = off",
        "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE",
        "ALTER DATABASE postgres RESET default_transaction_read_only");
  }

  @Test
  void a_row_that_somebody_keeps_locked_leaves_no_sessions_behind() throws Exception {
    Surroundings quick = surroundings().withRequestTimeout(Duration.ofMillis(300));
    try (RecordStore store = new JdbcEngine().open(quick);
        Connection locking = administrator()) {
      RecordVersion version = created(store, LEDGER, "1");
      locking.setAutoCommit(false);
      Dialect.execute(locking, "SELECT * FROM primacy_record FOR UPDATE");
      for (int i = 0; i < 5; i++) {
        assertThat(store.put(LEDGER, version, bytes("2"))).isNotInstanceOf(PutOutcome.Stored.class);
      }
      await().atMost(LONG).until(() -> waitingForLocks() == 0);
      locking.rollback();
      await()
          .atMost(LONG)
          .until(() -> store.put(LEDGER, version, bytes("3")) instanceof PutOutcome.Stored);
    }
  }

  private long waitingForLocks() throws SQLException {
    try (Connection connection = administrator()) {
      return Long.parseLong(
          Dialect.single(
              connection, "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"));
    }
  }

  @Test
  void a_table_of_a_schema_is_found_and_its_own_key_is_looked_at() throws Exception {
    server.execute("CREATE SCHEMA ops");
    open().close();
    Surroundings inSchema = surroundings().with(Settings.TABLE, "ops.primacy_record");
    try (RecordStore store = new JdbcEngine().open(inSchema)) {
      created(store, LEDGER, "1");
    }
    server.execute("ALTER TABLE ops.primacy_record DROP CONSTRAINT primacy_record_pkey");
    assertThatThrownBy(() -> new JdbcEngine().open(inSchema))
        .hasMessageStartingWith("PRIMACY-3224");
  }
}
