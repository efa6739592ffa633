package dev.primacy.transactions;

import dev.primacy.Membership;
import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import javax.sql.DataSource;

/** An application's bean that writes in transactions. */
@ApplicationScoped
class Ledger {
  /** Where it writes; a server would inject it. */
  static volatile DataSource source;

  @Inject Membership membership;
  @Inject TransactionManager manager;
  @Inject TransactionSynchronizationRegistry registry;
  @Inject Neighbour neighbour;

  @Transactional
  @PrimaryOnly
  void post(String entry) throws SQLException {
    write(entry);
  }

  /** Loses the role in what a persistence provider would do last: while it flushes. */
  @Transactional
  @PrimaryOnly
  void loseWhileFlushing(String entry) throws Exception {
    manager.getTransaction().registerSynchronization(new Flush(entry));
  }

  /** The same with a provider that joined the transaction after the guard was passed. */
  @Transactional
  @PrimaryOnly
  void loseWhileFlushingLate(String entry) {
    registry.registerInterposedSynchronization(new Flush(entry));
  }

  @Transactional
  @PrimaryOnly
  void postApartAndLose(String entry) throws Exception {
    write("outer " + entry);
    neighbour.postApart("inner " + entry);
    manager.getTransaction().registerSynchronization(new Flush("flushed " + entry));
  }

  @Transactional
  @PrimaryOnly
  void postBesideAndLose(String entry) throws Exception {
    write("outer " + entry);
    neighbour.postBeside("beside " + entry);
    manager.getTransaction().registerSynchronization(new Flush("flushed " + entry));
  }

  @Transactional
  @PrimaryOnly
  void postTwice(String entry) throws SQLException {
    write(entry);
    neighbour.post(entry);
  }

  @PrimaryOnly
  void postWithout(String entry) throws SQLException {
    write(entry);
  }

  boolean leads() {
    return membership.isPrimary();
  }

  static void write(String entry) throws SQLException {
    Pool.execute(source, "INSERT INTO entry VALUES ('" + entry + "')");
  }

  /** Guarded, and in transactions that differ from its caller's. */
  @ApplicationScoped
  static class Neighbour {
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @PrimaryOnly
    void postApart(String entry) throws SQLException {
      write(entry);
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    @PrimaryOnly
    void postBeside(String entry) throws SQLException {
      write(entry);
    }

    @Transactional
    @PrimaryOnly
    void post(String entry) throws SQLException {
      write(entry);
    }
  }

  private final class Flush implements Synchronization {
    private final String entry;

    Flush(String entry) {
      this.entry = entry;
    }

    @Override
    public void beforeCompletion() {
      try {
        write(entry);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      membership.stepDown().toCompletableFuture().join();
    }

    @Override
    public void afterCompletion(int status) {
      // nothing is held
    }
  }
}
