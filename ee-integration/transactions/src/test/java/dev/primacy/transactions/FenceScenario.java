package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.Membership;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
  static final String NAME = "java:comp/env/jdbc/ledger";
  private static final Duration SOON = Duration.ofSeconds(30);

  private AgroalDataSource source;
  private Deployed application;
  private Lines log;
  private FencedLedger ledger;

  abstract String url();

  abstract String user();

  /** What is added to the definition of a table. */
  String stored() {
    return "";
  }

  @BeforeEach
  void deploy() throws SQLException {
    log = new Lines();
    source = Pool.of(url(), user());
    Pool.execute(
        source,
        "DROP TABLE IF EXISTS entry",
        "DROP TABLE IF EXISTS primacy_fence",
        "CREATE TABLE entry (text VARCHAR(80))" + stored());
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
            FencedLedger.class,
            FencedDesk.class,
            FencedDesk.Clerk.class);
    ledger = application.get(FencedLedger.class);
    await().atMost(SOON).until(() -> ledger.token().isPresent());
  }

  @AfterEach
  void undeploy() {
    application.close();
    log.close();
    Names.unbind(NAME);
    source.close();
  }

  @Test
  void the_fence_is_raised_before_the_guard_opens() throws SQLException {
    FencingToken token = token();

    assertThat(rows("primacy_fence WHERE term = " + token.term())).isOne();
    ledger.post("entry");
    assertThat(rows("entry")).isOne();
  }

  @Test
  void every_new_primary_raises_it() throws SQLException {
    FencingToken before = token();
    ledger.stepDown();
    await().atMost(SOON).until(() -> ledger.token().isPresent());

    FencingToken after = token();
    assertThat(after.supersedes(before)).isTrue();
    assertThat(log.say("PRIMACY-2451", after.toString())).isTrue();
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
    FencingToken before = token();
    Pool.execute(source, change);

    Throwable failure = catchThrowable(() -> ledger.post("refused"));
    await().atMost(SOON).until(() -> hasSuccessor(before));
    ledger.post("entry");

    assertThat(failure).hasStackTraceContaining(said);
    assertThat(log.say("PRIMACY-2452", "'ledger'")).isTrue();
    assertThat(rows("entry WHERE text = 'refused'")).isZero();
    assertThat(rows("entry")).isOne();
  }

  @Test
  void a_fence_that_cannot_be_read_rolls_the_transaction_back() throws SQLException {
    Pool.execute(source, "DROP TABLE primacy_fence");

    Throwable failure = catchThrowable(() -> ledger.post("unfenced"));

    assertThat(failure).hasStackTraceContaining("PRIMACY-1413").hasStackTraceContaining(NAME);
    assertThat(rows("entry")).isZero();
  }

  @Test
  void a_row_that_was_damaged_by_hand_is_told_and_lets_nobody_commit() throws SQLException {
    Pool.execute(source, "UPDATE primacy_fence SET term = 0");

    Throwable failure = catchThrowable(() -> ledger.post("unfenced"));

    assertThat(failure).hasStackTraceContaining("PRIMACY-1413").hasStackTraceContaining("', 0");
    assertThat(rows("entry")).isZero();
  }

  @Test
  void a_fence_that_cannot_be_raised_keeps_the_guard_closed_until_it_can() throws SQLException {
    Pool.execute(source, "DROP TABLE primacy_fence");
    ledger.stepDown();
    await().atMost(SOON).until(() -> log.say("PRIMACY-1418", NAME));
    assertThat(ledger.token()).isEmpty();

    Pool.execute(source, TransactionFence.ddl() + stored());
    await().atMost(SOON).until(() -> ledger.token().isPresent());
    ledger.post("entry");
    assertThat(rows("entry")).isOne();
  }

  @Test
  void a_transaction_of_its_own_within_a_fenced_call_is_fenced_too() throws SQLException {
    FencedDesk desk = application.get(FencedDesk.class);
    desk.post("kept");
    Pool.execute(source, "UPDATE primacy_fence SET term = term + 1000000");

    Throwable failure = catchThrowable(() -> desk.post("stale"));

    assertThat(failure).hasStackTraceContaining("PRIMACY-141");
    assertThat(log.say("PRIMACY-2452")).as("refused by the fence").isTrue();
    assertThat(rows("entry")).isOne();
  }

  @Test
  void a_snapshot_of_before_the_raise_does_not_hide_it() throws SQLException {
    FencingToken token = token();
    TransactionFence fence = TransactionFence.of("default", "ledger");
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      assertThat(read(connection)).isZero();
      insert(connection, "stale");
      Pool.execute(source, "UPDATE primacy_fence SET term = term + 1000000");

      assertThatThrownBy(() -> fence.commit(connection, token))
          .as("by the fence or the database")
          .isInstanceOfAny(TransactionFencedException.class, SQLException.class);
    }
    assertThat(rows("entry")).isZero();
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
      FencingToken token = token();
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
    FencingToken token = token();
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
    FencingToken token = token();
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
  void plain_jdbc_is_asked_for_its_role_behind_the_lock() throws SQLException {
    Membership membership = ledger.membership();
    TransactionFence fence = TransactionFence.of("default", "ledger");

    long written = fence.run(source, membership, connection -> insert(connection, "kept"));
    TransactionFence.Work<Long> losing =
        connection -> {
          ledger.stepDown();
          return insert(connection, "lost");
        };

    assertThat(written).isOne();
    assertThatThrownBy(() -> fence.run(source, membership, losing))
        .isInstanceOf(TransactionFencedException.class)
        .hasMessageStartingWith("PRIMACY-1410");
    assertThat(rows("entry")).isOne();
  }

  @Test
  void plain_jdbc_hands_the_role_back_if_the_fence_is_not_its_own() throws SQLException {
    FencingToken before = token();
    TransactionFence fence = TransactionFence.of("default", "ledger");
    Pool.execute(source, "UPDATE primacy_fence SET scope = '" + UUID.randomUUID() + "'");

    assertThatThrownBy(
            () -> fence.run(source, ledger.membership(), connection -> insert(connection, "lost")))
        .hasMessageStartingWith("PRIMACY-1412");
    await().atMost(SOON).until(() -> hasSuccessor(before));

    assertThat(log.say("PRIMACY-2452", "'ledger'")).isTrue();
    fence.run(source, ledger.membership(), connection -> insert(connection, "kept"));
    assertThat(rows("entry")).isOne();
  }

  @Test
  void a_raise_in_which_others_are_always_quicker_gives_up() throws SQLException {
    FencingToken token = token();
    FencingToken far = new FencingToken(token.scope(), token.term() + 1000);
    TransactionFence fence = TransactionFence.of("default", "ledger");
    TransactionFence.Confirmation overtaken =
        asked -> {
          execute("UPDATE primacy_fence SET term = term + 1");
          return true;
        };
    try (Connection connection = connect()) {
      assertThatThrownBy(() -> fence.raise(connection, far, overtaken, SOON))
          .hasMessageStartingWith("PRIMACY-1417");
    }
    assertThat(rows("primacy_fence WHERE term < " + far.term())).isOne();
  }

  @Test
  void a_raise_that_the_store_does_not_confirm_or_that_comes_too_late_changes_nothing()
      throws SQLException {
    FencingToken token = token();
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
        "CREATE TABLE account (amount INT, fence_scope VARCHAR(36), fence BIGINT)" + stored(),
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

  private static long read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM entry")) {
      found.next();
      return found.getLong(1);
    }
  }

  private void execute(String command) {
    try {
      Pool.execute(source, command);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  final FencingToken token() {
    return ledger.token().orElseThrow();
  }

  final void stepDown() {
    ledger.stepDown();
  }

  final boolean hasSuccessor(FencingToken before) {
    return ledger.token().filter(now -> now.supersedes(before)).isPresent();
  }

  final void undeployAlone() {
    application.close();
  }

  final Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), user(), "");
  }

  private long rows(String from) throws SQLException {
    return Pool.count(source, "SELECT COUNT(*) FROM " + from);
  }
}
