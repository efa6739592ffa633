package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Given.write;
import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of servers in the URL, with two ways to one PostgreSQL, of which the first ends. */
class ServerListTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final RecordKey RENEWED = node("renewed");

  private static PostgreSqlService server;
  private static InetSocketAddress address;

  private final List<RecordKey> hints = new CopyOnWriteArrayList<>();
  private CountingProxy first;
  private CountingProxy second;
  private RecordStore store;
  private RecordStore writer;

  @BeforeAll
  static void startServer() throws Exception {
    server = new PostgreSqlService();
    address = server.start().get(0);
    server.execute("CREATE USER app PASSWORD 'hidden'", "GRANT CREATE ON SCHEMA public TO app");
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @BeforeEach
  void open() throws Exception {
    first = new CountingProxy(address);
    second = new CountingProxy(address);
    String list = shown(first) + ',' + shown(second);
    store = open("jdbc:postgresql://" + list + "/postgres?user=app&password=hidden");
    writer = open(server.url() + "?user=app&password=hidden");
  }

  private static RecordStore open(String url) throws Exception {
    return new JdbcEngine().open(Given.url(url));
  }

  @AfterEach
  void close() throws Exception {
    store.close();
    writer.close();
    first.close();
    second.close();
    server.execute("DROP TABLE IF EXISTS primacy_record");
  }

  private static String shown(CountingProxy proxy) {
    return "127.0.0.1:" + proxy.address().getPort();
  }

  @Test
  @DisplayName("S5.14: the next server of the list is told, without the URL's password")
  void s5_14_the_next_server_of_the_list_is_told() throws Exception {
    assertThat(store.endpoint()).contains(shown(first));
    assertThat(writer.endpoint()).as("of a single server").isEmpty();
    RecordVersion version = created(writer, LEDGER, "as it was");
    store.watch(hints::add);
    awaitHint("watching");

    first.end();
    awaitRenewalThrough(second);
    assertThat(store.read(LEDGER)).map(StoredRecord::version).contains(version);
    awaitHint("after");
    assertOneHintEach();
  }

  /** A server that was demoted may keep old connections: hints have to come from the new one. */
  @Test
  void hints_follow_the_renewals_to_another_server() throws Exception {
    store.watch(hints::add);
    awaitHint("watching");
    write(store, RENEWED, "1");
    first.shut();
    endWriting();
    awaitRenewalThrough(second);
    await().atMost(LONG).until(() -> second.connections() >= 2);
    awaitHint("after");
    assertOneHintEach();
  }

  /** Whoever wrote last: the listening session never did. */
  private static void endWriting() throws SQLException {
    server.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'WITH changed AS%'");
  }

  private void awaitRenewalThrough(CountingProxy proxy) {
    await()
        .atMost(LONG)
        .ignoreExceptions()
        .until(
            () -> {
              write(store, RENEWED, "again");
              return store.endpoint().filter(shown(proxy)::equals).isPresent();
            });
  }

  private void awaitHint(String name) {
    await()
        .atMost(LONG)
        .ignoreExceptions()
        .until(
            () -> {
              write(writer, group(name), "x");
              return hints.contains(group(name));
            });
  }

  /** They come in the order of the changes, so that all before the last one are there. */
  private void assertOneHintEach() throws Exception {
    for (int change = 0; change < 5; change++) {
      hints.clear();
      write(writer, LEDGER, "change " + change);
      awaitHint("end-" + change);
      assertThat(Collections.frequency(hints, LEDGER)).as("hints at %s", change).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://db1,db2:5433/app?targetServerType=primary | true",
        "jdbc:mariadb:sequential://db1:3306,db2:3306/app | true",
        "jdbc:mariadb://db1/app?sessionVariables=a=1,b=2 | false",
        "jdbc:postgresql://db1/a,b | false",
        "jdbc:postgresql:app | false",
        "jdbc:h2:tcp://db1:9092/a;MODE=PostgreSQL | false",
        "| false",
      })
  void a_list_is_told_from_other_commas(String url, boolean several) {
    assertThat(JdbcUrl.namesSeveral(url)).isEqualTo(several);
  }
}
