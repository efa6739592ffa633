package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The fence on MariaDB, whose default storage engine is the wrong one here. */
class MariaDbFenceTest extends FenceScenario {
  private static MariaDbServer server;

  @BeforeAll
  static void start() throws Exception {
    server = MariaDbServer.start("--default-storage-engine=Aria");
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }

  @Override
  String url() {
    return server.url();
  }

  @Override
  String user() {
    return "root";
  }

  /** What the scenario's own tables need as well, to be rolled back. */
  @Override
  String stored() {
    return " ENGINE = InnoDB";
  }

  @Test
  void a_table_that_locks_no_rows_is_refused_at_deployment_and_by_every_raise() throws Exception {
    server.execute("ALTER TABLE primacy_fence ENGINE = Aria");

    try (Connection connection = connect()) {
      TransactionFence fence = TransactionFence.of("default", "ledger");
      FencingToken next = new FencingToken(UUID.randomUUID(), 1);
      assertThatThrownBy(() -> fence.raise(connection, next, t -> true, Duration.ofSeconds(5)))
          .hasMessageStartingWith("PRIMACY-1420");
    }
    undeployAlone();
    Map<String, String> settings = Deployed.alone(Map.of("primacy.fence.datasource", NAME));
    assertThat(Deployed.failing(settings, FencedLedger.class))
        .contains("PRIMACY-1420")
        .contains("InnoDB");
  }

  @Test
  void a_transaction_stopped_behind_the_lock_is_ended_by_the_limit_of_the_server()
      throws SQLException {
    server.execute("SET GLOBAL idle_transaction_timeout = 1");
    try (Connection stopped = connect()) {
      stopped.setAutoCommit(false);
      FencingToken token = token();
      TransactionFence.of("default", "ledger").hold(stopped, token);
      stepDown();

      await().atMost(Duration.ofSeconds(30)).until(() -> hasSuccessor(token));
      assertThatThrownBy(stopped::commit).isInstanceOf(SQLException.class);
    } finally {
      server.execute("SET GLOBAL idle_transaction_timeout = 0");
    }
  }
}
