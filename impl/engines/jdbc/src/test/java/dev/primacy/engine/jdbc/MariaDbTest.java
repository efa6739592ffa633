package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Given.write;
import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.node;
import static dev.primacy.engine.tck.Records.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreStatus;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What only MariaDB has; and the table, on it. Its default storage engine is the wrong one here.
 */
class MariaDbTest implements TableRules {

  private static final Duration LONG = Duration.ofSeconds(20);

  private static MariaDbService server;

  @BeforeAll
  static void startServer() throws Exception {
    server = new MariaDbService("--default-storage-engine=Aria", "--sql-mode=");
    server.start();
    server.execute("CREATE USER app IDENTIFIED BY 'app'");
  }

  @AfterAll
  static void stopServer() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @AfterEach
  void dropTable() throws SQLException {
    server.execute(
        "SET GLOBAL read_only = 0",
        "SET GLOBAL innodb_flush_log_at_trx_commit = 1",
        "DROP DATABASE primacy",
        "CREATE DATABASE primacy",
        "DROP USER IF EXISTS app",
        "CREATE USER app IDENTIFIED BY 'app'");
  }

  @Test
  @DisplayName("S5.14: of a list of servers the one the driver chose is told")
  void s5_14_of_a_list_of_servers_the_one_in_use_is_told() throws Exception {
    URI direct = URI.create(server.url().substring("jdbc:".length()));
    InetSocketAddress address = new InetSocketAddress(direct.getHost(), direct.getPort());
    try (CountingProxy first = new CountingProxy(address);
        CountingProxy second = new CountingProxy(address)) {
      String list = shown(first) + ',' + shown(second);
      Surroundings both = Given.url("jdbc:mariadb://" + list + direct.getPath());
      try (RecordStore store = new JdbcEngine().open(both.with(Settings.USER, "root"))) {
        assertThat(store.endpoint()).contains(shown(first));
        first.end();
        await()
            .atMost(LONG)
            .ignoreExceptions()
            .until(
                () -> {
                  write(store, node("n1"), "renewed");
                  return store.endpoint().filter(shown(second)::equals).isPresent();
                });
      }
    }
  }

  private static String shown(CountingProxy proxy) {
    return "127.0.0.1:" + proxy.address().getPort();
  }

  @Override
  public Connection administrator() throws SQLException {
    return server.connect();
  }

  @Override
  public Surroundings surroundings() {
    return Given.url(server.url()).with(Settings.USER, "root");
  }

  /** A user without any right may not even enter the database; one on another table has to do. */
  @Override
  public Surroundings nobody() throws SQLException {
    server.execute(
        "CREATE TABLE IF NOT EXISTS primacy.other (a INTEGER)",
        "GRANT SELECT ON primacy.other TO app");
    return Given.url(server.url()).with(Settings.USER, "app").with(Settings.PASSWORD, "app");
  }

  @Test
  void a_database_that_does_not_exist_is_told_at_deployment() {
    String url = server.url().replace("/primacy", "/nowhere");
    assertThatThrownBy(() -> new JdbcEngine().open(Given.url(url).with(Settings.USER, "root")))
        .hasMessageStartingWith("PRIMACY-3221")
        .hasMessageContaining("nowhere");
  }

  @Test
  void the_table_is_kept_by_innodb_whatever_the_default_is() throws Exception {
    new JdbcEngine().open(surroundings()).close();
    execute("ALTER TABLE primacy_record ENGINE = Aria");
    assertThatThrownBy(() -> new JdbcEngine().open(surroundings()))
        .hasMessageStartingWith("PRIMACY-3230")
        .hasMessageContaining("Aria");
  }

  @Test
  void a_blob_would_be_one_byte_too_short() throws Exception {
    new JdbcEngine().open(surroundings()).close();
    execute("ALTER TABLE primacy_record MODIFY content BLOB NOT NULL");
    assertThatThrownBy(() -> new JdbcEngine().open(surroundings()))
        .hasMessageStartingWith("PRIMACY-3224")
        .hasMessageContaining("content");
  }

  @Test
  void the_largest_value_is_kept_whole() throws Exception {
    byte[] largest = new byte[RecordStore.MAX_VALUE_BYTES];
    try (RecordStore store = new JdbcEngine().open(surroundings())) {
      stored(store.put(LEDGER, RecordVersion.ABSENT, largest));
      assertThat(store.read(LEDGER).orElseThrow().value()).isEqualTo(largest);
    }
  }

  @Test
  void a_server_that_confirms_before_it_writes_is_refused() throws Exception {
    execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
    assertThatThrownBy(() -> new JdbcEngine().open(surroundings()))
        .hasMessageStartingWith("PRIMACY-3231");
    execute("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
    try (RecordStore store = new JdbcEngine().open(surroundings())) {
      created(store, LEDGER, "1");
    }
  }

  @Test
  void a_server_that_becomes_read_only_is_asked_nothing_more_until_it_may_be_written()
      throws Exception {
    new JdbcEngine().open(surroundings()).close();
    Surroundings app = nobody();
    execute("GRANT SELECT, INSERT, UPDATE, DELETE ON primacy_record TO app");
    try (RecordStore store = new JdbcEngine().open(app)) {
      RecordVersion version = created(store, node("n1"), "1");
      execute("SET GLOBAL read_only = 1");
      assertThat(store.put(node("n1"), version, bytes("2"))).isInstanceOf(PutOutcome.Refused.class);
      assertThatThrownBy(() -> store.read(LEDGER)).hasMessageContaining("PRIMACY-3226");
      assertThat(store.status().state()).isEqualTo(StoreStatus.State.UNREACHABLE);
      execute("SET GLOBAL read_only = 0");
      await().atMost(LONG).until(() -> store.status().state() == StoreStatus.State.HEALTHY);
      stored(store.put(node("n1"), version, bytes("2")));
    }
  }
}
