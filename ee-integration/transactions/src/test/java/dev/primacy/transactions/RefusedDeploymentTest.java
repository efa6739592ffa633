package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.Fence;
import dev.primacy.PrimaryOnly;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What cannot be fenced is refused before anybody calls it. */
class RefusedDeploymentTest {
  private static final String NAME = "java:comp/env/jdbc/refused";

  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  @Test
  void without_a_data_source() {
    assertThat(failing(Map.of(), FencedLedger.class))
        .contains("PRIMACY-1400")
        .contains("FencedLedger.post")
        .contains("primacy.fence.datasource");
  }

  @Test
  void without_a_transaction_manager() {
    Map<String, String> settings = Deployed.alone(Map.of("primacy.fence.datasource", NAME));

    assertThat(
            Deployed.failing(
                () -> Deployed.without(NoManagerTest.REGISTRY, settings, FencedLedger.class)))
        .contains("PRIMACY-1401")
        .contains("FencedLedger.post")
        .contains("TransactionFence");
  }

  @Test
  void with_a_name_that_leads_nowhere() {
    assertThat(failing(Map.of("primacy.fence.datasource", NAME), FencedLedger.class))
        .contains("PRIMACY-1404")
        .contains(NAME);
  }

  @Test
  void with_a_name_of_something_else() {
    assertThat(bound("a text", Map.of())).contains("PRIMACY-1405").contains("String");
  }

  @Test
  void without_the_table() throws SQLException {
    try (AgroalDataSource source = Pool.of(url, "sa")) {
      assertThat(bound(source, Map.of())).contains("PRIMACY-1406").contains("CREATE TABLE");
    }
  }

  @Test
  void with_connections_that_take_part_in_no_transaction() throws SQLException {
    try (AgroalDataSource source = Pool.apart(url, "sa")) {
      assertThat(bound(source, Map.of("primacy.fence.create-table", "true")))
          .contains("PRIMACY-1407");
    }
  }

  @Test
  void with_times_that_do_not_fit() {
    assertThat(bound("unused", Map.of("primacy.fence.idle-timeout", "10s")))
        .contains("PRIMACY-1403");
    assertThat(bound("unused", Map.of("primacy.promotion.on-failure", "continue")))
        .contains("PRIMACY-1402");
  }

  @Test
  void with_a_method_that_never_runs_in_a_transaction() {
    assertThat(failing(Map.of(), Never.class)).contains("PRIMACY-1408").contains("Never.post");
  }

  private static String bound(Object value, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("primacy.fence.datasource", NAME);
    Names.bind(NAME, value);
    try {
      return failing(settings, FencedLedger.class);
    } finally {
      Names.unbind(NAME);
    }
  }

  private static String failing(Map<String, String> settings, Class<?> bean) {
    return Deployed.failing(Deployed.alone(settings), bean);
  }

  /** Contradicts itself. */
  @ApplicationScoped
  static class Never {
    @Transactional(Transactional.TxType.NEVER)
    @PrimaryOnly(fence = Fence.TRANSACTION)
    void post() {}
  }
}
