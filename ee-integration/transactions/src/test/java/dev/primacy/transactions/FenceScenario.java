package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fence in the application's database, on whichever there is. */
abstract class FenceScenario {
  private static final String NAME = "java:comp/env/jdbc/ledger";
  private static final Duration SOON = Duration.ofSeconds(30);

  private AgroalDataSource source;
  private Deployed application;
  private FencedLedger ledger;

  abstract String url();

  abstract String user();

  @BeforeEach
  void deploy() throws SQLException {
    source = Pool.of(url(), user());
    Pool.execute(
        source,
        "DROP TABLE IF EXISTS entry",
        "DROP TABLE IF EXISTS primacy_fence",
        "CREATE TABLE entry (text VARCHAR(80))");
    Ledger.source = source;
    Names.bind(NAME, source);
    application =
        Deployed.with(
            Deployed.alone(
                Map.of(
                    "primacy.fence.datasource", NAME,
                    "primacy.fence.create-table", "true",
                    "primacy.fence.idle-timeout", "2s",
                    "primacy.observers.timeout", "5s")),
            FencedLedger.class);
    ledger = application.get(FencedLedger.class);
    await().atMost(SOON).until(() -> ledger.token().isPresent());
  }

  @AfterEach
  void undeploy() {
    application.close();
    Names.unbind(NAME);
    source.close();
  }

  @Test
  void the_fence_is_raised_before_the_guard_opens() throws SQLException {
    FencingToken token = ledger.token().orElseThrow();

    assertThat(rows("primacy_fence WHERE term = " + token.term())).isOne();
    ledger.post("entry");
    assertThat(rows("entry")).isOne();
  }

  @Test
  void every_new_primary_raises_it() throws SQLException {
    FencingToken before = ledger.token().orElseThrow();
    ledger.stepDown();
    await().atMost(SOON).until(() -> ledger.token().isPresent());

    assertThat(ledger.token().orElseThrow().supersedes(before)).isTrue();
    ledger.post("entry");
    assertThat(rows("entry")).isOne();
  }

  @Test
  void once_a_successor_has_raised_it_nothing_of_a_stale_transaction_remains() throws SQLException {
    Pool.execute(source, "UPDATE primacy_fence SET term = term + 1000000");

    Throwable failure = catchThrowable(() -> ledger.post("stale"));

    assertThat(failure).hasStackTraceContaining("PRIMACY-1412");
    assertThat(rows("entry")).isZero();
  }

  @Test
  void a_fence_of_an_older_term_is_raised_anew() throws SQLException {
    restored("UPDATE primacy_fence SET term = term - 1", "PRIMACY-1412");
  }

  @Test
  void a_fence_of_another_scope_is_raised_anew_if_the_store_confirms_it() throws SQLException {
    restored("UPDATE primacy_fence SET scope = '" + UUID.randomUUID() + "'", "PRIMACY-1412");
  }

  @Test
  void a_fence_without_the_row_is_raised_anew() throws SQLException {
    restored("DELETE FROM primacy_fence", "no row");
  }

  private void restored(String change, String said) throws SQLException {
    ledger.stepDown();
    await().atMost(SOON).until(() -> ledger.token().isPresent());
    FencingToken before = ledger.token().orElseThrow();
    Pool.execute(source, change);

    Throwable failure = catchThrowable(() -> ledger.post("refused"));
    await()
        .atMost(SOON)
        .until(() -> ledger.token().filter(now -> now.supersedes(before)).isPresent());
    ledger.post("entry");

    assertThat(failure).hasStackTraceContaining(said);
    assertThat(rows("entry WHERE text = 'refused'")).isZero();
    assertThat(rows("entry")).isOne();
  }

  @Test
  void a_fenced_call_without_a_transaction_does_not_run() throws SQLException {
    assertThatThrownBy(() -> ledger.postWithout("entry")).hasMessageContaining("PRIMACY-1411");
    assertThat(rows("entry")).isZero();
  }

  @Test
  void while_a_transaction_holds_the_fence_the_guard_of_the_next_primary_stays_closed()
      throws SQLException {
    try (Connection stopped = connect()) {
      stopped.setAutoCommit(false);
      FencingToken token = ledger.token().orElseThrow();
      TransactionFence.of("default", "ledger")
          .withIdleLimit(Duration.ofMinutes(10))
          .hold(stopped, token);
      ledger.stepDown();
      await().pollDelay(Duration.ofSeconds(1)).atMost(SOON).until(() -> ledger.token().isEmpty());
      stopped.rollback();
    }
    await().atMost(SOON).until(() -> ledger.token().isPresent());
    ledger.post("entry");
    assertThat(rows("entry")).isOne();
  }

  @Test
  void plain_jdbc_commits_through_the_fence() throws SQLException {
    FencingToken token = ledger.token().orElseThrow();
    TransactionFence fence = TransactionFence.of("default", "ledger");

    long written = fence.run(source, token, connection -> insert(connection, "by work"));
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      insert(connection, "by hand");
      fence.commit(connection, token);
      connection.setAutoCommit(true);
    }

    assertThat(written).isOne();
    assertThat(rows("entry")).isEqualTo(2);
  }

  @Test
  void plain_jdbc_under_a_stale_token_is_rolled_back() throws SQLException {
    FencingToken token = ledger.token().orElseThrow();
    FencingToken stale = new FencingToken(UUID.randomUUID(), token.term());
    TransactionFence fence = TransactionFence.of("default", "ledger");

    assertThatThrownBy(() -> fence.run(source, stale, c -> insert(c, "stale")))
        .isInstanceOf(TransactionFencedException.class)
        .hasMessageContaining("PRIMACY-1412");
    try (Connection connection = source.getConnection()) {
      assertThatThrownBy(() -> fence.commit(connection, token))
          .hasMessageContaining("PRIMACY-1414");
    }
    assertThat(rows("entry")).isZero();
  }

  @Test
  void a_raise_that_the_store_does_not_confirm_or_that_comes_too_late_changes_nothing()
      throws SQLException {
    FencingToken token = ledger.token().orElseThrow();
    FencingToken wiped = new FencingToken(UUID.randomUUID(), 1);
    TransactionFence fence = TransactionFence.of("default", "ledger");
    try (Connection connection = source.getConnection()) {
      assertThatThrownBy(() -> fence.raise(connection, wiped, t -> false, SOON))
          .hasMessageContaining("PRIMACY-1416");
      assertThatThrownBy(() -> fence.raise(connection, token, t -> true, SOON))
          .hasMessageContaining("PRIMACY-1415");
    }
    ledger.post("entry");
    assertThat(rows("entry")).isOne();
  }

  @Test
  void the_predicate_finds_no_row_that_a_later_token_has_written() throws SQLException {
    FencingToken first = new FencingToken(UUID.randomUUID(), 1);
    FencingToken second = new FencingToken(first.scope(), 2);
    Pool.execute(
        source,
        "DROP TABLE IF EXISTS account",
        "CREATE TABLE account (amount INT, fence_scope VARCHAR(36), fence BIGINT)",
        "INSERT INTO account VALUES (0, '" + first.scope() + "', 0)");

    assertThat(update(1, first)).isOne();
    assertThat(update(2, second)).isOne();
    assertThat(update(3, first)).isZero();
    assertThat(update(3, new FencingToken(UUID.randomUUID(), 9))).isZero();
    assertThat(rows("account WHERE amount = 2")).isOne();
  }

  private int update(int amount, FencingToken token) throws SQLException {
    FencePredicate fence = FencePredicate.on("fence_scope", "fence");
    String sql = "UPDATE account SET amount = ?, %s WHERE %s";
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(sql.formatted(fence.assignment(), fence.condition()))) {
      statement.setInt(1, amount);
      int next = fence.bindAssignment(statement, 2, token);
      fence.bindCondition(statement, next, token);
      return statement.executeUpdate();
    }
  }

  private static long insert(Connection connection, String entry) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("INSERT INTO entry VALUES ('" + entry + "')");
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), user(), "");
  }

  private long rows(String from) throws SQLException {
    return Pool.count(source, "SELECT COUNT(*) FROM " + from);
  }
}
