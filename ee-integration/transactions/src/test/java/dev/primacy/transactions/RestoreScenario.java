package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.primacy.FencingToken;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What becomes of scope, term and fence when the application's database, the elector's store, or
 * both go back to a backup; on whichever database there is, which keeps the tables of both. The
 * tables go back in one transaction and while the application runs, unless a test says otherwise:
 * that is harder than a database which is down meanwhile.
 */
abstract class RestoreScenario {
  private static final String NAME = "java:comp/env/jdbc/ledger";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String STORE = "primacy_record";
  private static final String FENCE = "primacy_fence";
  private static final String ENTRIES = "entry";

  private final TransactionFence fence = TransactionFence.of("default", "ledger");
  private AgroalDataSource source;
  private Deployed application;
  private FencedLedger ledger;
  private Lines log;

  abstract String url();

  abstract String user();

  /** Once the server runs. */
  final void start() throws SQLException {
    source = Pool.of(url(), user());
    execute("CREATE TABLE entry (text VARCHAR(80))", TransactionFence.ddl());
    Ledger.source = source;
    Names.bind(NAME, source);
    log = new Lines();
    deploy();
  }

  private void deploy() {
    application =
        Deployed.with(
            Deployed.alone(
                Map.of(
                    "primacy.engine",
                    "jdbc",
                    "primacy.jdbc.url",
                    url(),
                    "primacy.jdbc.user",
                    user(),
                    "primacy.lease",
                    "1s",
                    "primacy.fence.datasource",
                    NAME)),
            FencedLedger.class);
    ledger = application.get(FencedLedger.class);
    var unused = held();
  }

  /** Before the server stops. */
  final void end() {
    application.close();
    Names.unbind(NAME);
    source.close();
    log.close();
  }

  @Test
  void the_applications_database_goes_back_and_the_next_primary_raises_the_fence_anew()
      throws Exception {
    FencingToken first = held();
    ledger.post("kept");
    backUp(FENCE, ENTRIES);
    FencingToken second = successor(first);
    ledger.post("undone");

    restore(FENCE, ENTRIES);
    assertThat(shown()).contains(first);
    Throwable refused = catchThrowable(() -> ledger.post("refused"));
    FencingToken third = awaitAfter(second);
    ledger.post("next");

    assertThat(refused).hasStackTraceContaining("PRIMACY-1412");
    assertThat(log.say("PRIMACY-2452", "'ledger'")).isTrue();
    assertThat(third.supersedes(second)).isTrue();
    assertThat(shown()).contains(third);
    assertStale(first);
    assertStale(second);
    assertThat(rows("entry WHERE text IN ('kept', 'next')")).isEqualTo(rows(ENTRIES)).isEqualTo(2);
  }

  @Test
  void the_applications_database_goes_back_without_the_fence_and_nobody_commits_until_the_raise()
      throws Exception {
    FencingToken first = held();
    backUp(FENCE, ENTRIES);
    FencingToken second = successor(first);

    restore(FENCE, ENTRIES);
    execute("DELETE FROM primacy_fence");
    assertStale(first);
    assertStale(second);
    FencingToken third = successor(second);
    ledger.post("next");

    assertThat(shown()).contains(third);
    assertStale(first);
    assertStale(second);
    assertThat(rows(ENTRIES)).isOne();
  }

  @Test
  void the_store_is_wiped_and_the_next_scope_closes_the_old_one() throws Exception {
    FencingToken before = held();
    ledger.post("kept");

    execute("DELETE FROM primacy_record");
    FencingToken after = await(token -> !token.isComparableWith(before));
    ledger.post("next");

    Awaitility.await("the wipe is told").atMost(SOON).until(() -> log.say("PRIMACY-2118"));
    assertThat(shown()).contains(after);
    assertStale(before);
    assertThat(rows(ENTRIES)).isEqualTo(2);
  }

  @Test
  void the_store_goes_back_and_whoever_was_there_goes_on_above_its_terms() throws Exception {
    FencingToken first = held();
    backUp(STORE);
    FencingToken second = successor(successor(first));

    restore(STORE);
    FencingToken last = awaitAfter(second);
    ledger.post("next");

    Awaitility.await("it is told").atMost(SOON).until(() -> log.say("PRIMACY-2124", "'ledger'"));
    assertThat(shown()).contains(last);
    assertStale(second);
    assertThat(rows(ENTRIES)).isOne();
  }

  @Test
  void the_store_goes_back_before_a_start_and_no_guard_opens_under_a_term_of_before()
      throws Exception {
    FencingToken first = held();
    backUp(STORE);
    FencingToken second = successor(first);

    application.close();
    restore(STORE);
    deploy();
    FencingToken last = held();
    ledger.post("next");

    assertThat(log.say("PRIMACY-1415", second.toString())).as("the repeated term is told").isTrue();
    assertThat(last.supersedes(second)).isTrue();
    assertThat(shown()).contains(last);
    assertStale(second);
    assertThat(rows(ENTRIES)).isOne();
  }

  @Test
  void both_go_back_and_tokens_come_again_unless_the_store_is_emptied() throws Exception {
    FencingToken first = held();
    backUp(STORE, FENCE, ENTRIES);
    FencingToken second = successor(first);

    application.close();
    restore(STORE, FENCE, ENTRIES);
    deploy();
    assertThat(held())
        .as("nothing is left that could tell")
        .matches(again -> again.isComparableWith(second) && !again.supersedes(second));

    application.close();
    restore(STORE, FENCE, ENTRIES);
    execute("DELETE FROM primacy_record");
    deploy();
    FencingToken last = held();
    ledger.post("next");

    assertThat(last.isComparableWith(second)).isFalse();
    assertThat(shown()).contains(last);
    assertStale(first);
    assertStale(second);
    assertThat(rows(ENTRIES)).isOne();
  }

  /** Whoever still acts under a token of before, with no clock of its own to tell it. */
  private void assertStale(FencingToken token) {
    assertThatThrownBy(() -> fence.run(source, token, connection -> insertStale(connection)))
        .as("a commit under %s", token)
        .isInstanceOf(TransactionFencedException.class)
        .hasMessageStartingWith("PRIMACY-1412");
  }

  private static int insertStale(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("INSERT INTO entry VALUES ('stale')");
    }
  }

  private FencingToken successor(FencingToken before) {
    ledger.stepDown();
    return awaitAfter(before);
  }

  private FencingToken held() {
    return await(token -> true);
  }

  private FencingToken awaitAfter(FencingToken before) {
    return await(token -> token.isComparableWith(before) && token.supersedes(before));
  }

  private FencingToken await(Predicate<FencingToken> demand) {
    return Awaitility.await()
        .atMost(SOON)
        .until(() -> ledger.token().filter(demand), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<FencingToken> shown() throws SQLException {
    try (Connection connection = source.getConnection()) {
      return new FenceRow("default", "ledger").read(connection);
    }
  }

  private void backUp(String... tables) throws SQLException {
    for (String table : tables) {
      execute("CREATE TABLE backup_" + table + " AS SELECT * FROM " + table);
    }
  }

  private void restore(String... tables) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), user(), "");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String table : tables) {
        statement.execute("DELETE FROM " + table);
        statement.execute("INSERT INTO " + table + " SELECT * FROM backup_" + table);
      }
      connection.commit();
    }
  }

  private void execute(String... commands) throws SQLException {
    Pool.execute(source, commands);
  }

  private long rows(String from) throws SQLException {
    return Pool.count(source, "SELECT COUNT(*) FROM " + from);
  }
}
