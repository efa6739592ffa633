package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.arjuna.ats.jta.cdi.transactional.TransactionalInterceptorRequired;
import dev.primacy.OutcomeUnknownException;
import io.agroal.api.AgroalDataSource;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a transaction that somebody else begins within a guarded call. */
class InnerTransactionTest {
  private AgroalDataSource source;
  private Deployed application;
  private Desk desk;
  private Books books;

  @BeforeEach
  void deploy() throws SQLException {
    source = Pool.of("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa");
    Pool.execute(source, "CREATE TABLE entry (text VARCHAR(80))");
    Ledger.source = source;
    deploy(Deployed.with(groups(), Desk.class, Books.class));
  }

  private static Map<String, String> groups() {
    return Deployed.alone(Map.of("primacy.groups", "ledger,audit"));
  }

  private void deploy(Deployed deployed) {
    application = deployed;
    desk = deployed.get(Desk.class);
    books = deployed.get(Books.class);
    await().until(() -> books.leads());
  }

  @AfterEach
  void undeploy() {
    application.close();
    source.close();
  }

  @Test
  void while_the_role_stands_it_commits() throws Exception {
    desk.open(() -> books.required("one"));
    desk.open(() -> books.apart("two"));
    desk.open(() -> books.supports("three"));

    assertThat(entries()).isEqualTo(3);
  }

  @Test
  void outside_of_guarded_calls_it_is_nobodys_business() throws Exception {
    books.required("lost, and not asked for");
    books.supports("without a transaction");

    assertThat(entries()).isEqualTo(2);
  }

  @Test
  void it_is_rolled_back_if_the_role_ends_before_its_commit() {
    assertRolledBack(() -> books.required("lost"));
  }

  @Test
  void so_is_one_of_its_own() {
    assertRolledBack(() -> books.apart("lost"));
  }

  @Test
  void so_is_one_begun_by_hand_in_which_a_transactional_method_is_called() {
    assertRolledBack(() -> byHand(() -> books.mandatory("lost")));
  }

  @Test
  void so_is_one_in_which_a_method_is_called_that_would_do_without() {
    assertRolledBack(() -> byHand(() -> books.supports("lost")));
  }

  @Test
  void one_begun_by_hand_in_which_none_is_called_commits_and_the_outcome_is_unknown() {
    Callable<String> alone =
        () -> {
          Ledger.write("unseen");
          books.loseTheRole();
          return "done";
        };

    assertThatThrownBy(() -> desk.open(() -> byHand(alone)))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(entries()).isOne();
  }

  @Test
  void the_role_of_an_outer_call_in_another_group_is_demanded_too() {
    assertRolledBack(() -> desk.audited(() -> books.required("lost")));
  }

  @Test
  void a_method_that_should_run_in_one_and_does_not_is_refused() {
    application.close();
    deploy(
        Deployed.without(
            TransactionalInterceptorRequired.class.getName(), groups(), Desk.class, Books.class));

    assertThatThrownBy(() -> desk.open(() -> books.required("unseen")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("PRIMACY-1419")
        .hasMessageContaining("Books.required");
    assertThat(entries()).isZero();
  }

  private void assertRolledBack(Callable<String> work) {
    Throwable failure = catchThrowable(() -> desk.open(work));

    assertThat(failure).hasStackTraceContaining("PRIMACY-1410").hasStackTraceContaining("ledger");
    assertThat(entries()).isZero();
  }

  private String byHand(Callable<String> work) throws Exception {
    TransactionManager manager = application.get(TransactionManager.class);
    manager.begin();
    try {
      String done = work.call();
      manager.commit();
      return done;
    } finally {
      if (manager.getTransaction() != null) {
        manager.rollback();
      }
    }
  }

  private long entries() {
    try {
      return Pool.count(source, "SELECT COUNT(*) FROM entry");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
