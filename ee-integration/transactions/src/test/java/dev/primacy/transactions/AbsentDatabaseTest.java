package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A database that is down while the application is deployed. */
class AbsentDatabaseTest {
  private static final String NAME = "java:comp/env/jdbc/absent";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final AtomicBoolean down = new AtomicBoolean(true);

  @Test
  void keeps_the_guard_closed_and_nothing_else() throws Exception {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    Map<String, String> settings = Deployed.alone(Map.of("primacy.fence.datasource", NAME));
    try (AgroalDataSource source = Pool.of(url, "sa");
        Lines log = new Lines()) {
      Pool.execute(source, "CREATE TABLE entry (text VARCHAR(80))", TransactionFence.ddl());
      Ledger.source = source;
      Names.bind(NAME, sometimesDown(source));
      try (Deployed application = Deployed.with(settings, FencedLedger.class)) {
        FencedLedger ledger = application.get(FencedLedger.class);
        assertThat(log.say("PRIMACY-2453", NAME)).isTrue();
        await().atMost(SOON).until(() -> log.say("PRIMACY-1418", NAME));
        assertThat(ledger.token()).isEmpty();

        down.set(false);
        await().atMost(SOON).until(() -> ledger.token().isPresent());
        ledger.post("entry");
        assertThat(Pool.count(source, "SELECT COUNT(*) FROM entry")).isOne();
      } finally {
        Names.unbind(NAME);
      }
    }
  }

  private DataSource sometimesDown(DataSource source) {
    return (DataSource)
        Proxy.newProxyInstance(
            AbsentDatabaseTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getConnection") && down.get()) {
                throw new SQLException("connection refused", "08001");
              }
              try {
                return method.invoke(source, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
