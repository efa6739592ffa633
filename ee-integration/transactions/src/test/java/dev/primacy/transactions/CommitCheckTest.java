package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a transaction whose role ends before it is committed. */
class CommitCheckTest {
  private AgroalDataSource source;
  private Deployed application;
  private Ledger ledger;

  @BeforeEach
  void deploy() throws Exception {
    source = Pool.of("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa");
    Pool.execute(source, "CREATE TABLE entry (text VARCHAR(80))");
    Ledger.source = source;
    application = Deployed.with(Deployed.alone(Map.of()), Ledger.class, Ledger.Neighbour.class);
    ledger = application.get(Ledger.class);
    await().until(() -> ledger.leads());
  }

  @AfterEach
  void undeploy() {
    application.close();
    source.close();
  }

  @Test
  void while_the_role_stands_transactions_commit() throws Exception {
    ledger.post("one");
    ledger.postTwice("two");

    assertThat(entries("")).isEqualTo(3);
  }

  @Test
  void a_role_lost_while_a_persistence_provider_flushes_rolls_back() {
    Throwable failure = catchThrowable(() -> ledger.loseWhileFlushing("lost"));

    assertThat(failure).hasStackTraceContaining("PRIMACY-1410").hasStackTraceContaining("ledger");
    assertThat(entries("")).isZero();
  }

  @Test
  void so_does_one_lost_while_a_provider_flushes_that_joined_the_transaction_later() {
    Throwable failure = catchThrowable(() -> ledger.loseWhileFlushingLate("lost"));

    assertThat(failure).hasStackTraceContaining("PRIMACY-1410");
    assertThat(entries("")).isZero();
  }

  @Test
  void a_transaction_of_its_own_that_was_committed_before_stays() {
    Throwable failure = catchThrowable(() -> ledger.postApartAndLose("entry"));

    assertThat(failure).hasStackTraceContaining("PRIMACY-1410");
    assertThat(entries("WHERE text = 'inner entry'")).isOne();
    assertThat(entries("")).isOne();
  }

  @Test
  void a_call_for_which_the_transaction_is_suspended_leaves_the_check_in_place() {
    Throwable failure = catchThrowable(() -> ledger.postBesideAndLose("entry"));

    assertThat(failure).hasStackTraceContaining("PRIMACY-1410");
    assertThat(entries("WHERE text = 'beside entry'")).isOne();
    assertThat(entries("")).isOne();
  }

  @Test
  void without_a_transaction_nothing_is_bound() throws Exception {
    ledger.postWithout("entry");

    assertThat(entries("")).isOne();
  }

  private long entries(String where) {
    try {
      return Pool.count(source, "SELECT COUNT(*) FROM entry " + where);
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
  }
}
