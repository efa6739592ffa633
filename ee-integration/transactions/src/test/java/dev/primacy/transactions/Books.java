package dev.primacy.transactions;

import dev.primacy.InGroup;
import dev.primacy.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;

/**
 * Writes in transactions and knows nothing of guards; its role is lost at once or at the commit if
 * told so.
 */
@ApplicationScoped
class Books {
  @Inject
  @InGroup("ledger")
  Membership membership;

  @Inject
  @InGroup("audit")
  Membership audit;

  @Inject TransactionSynchronizationRegistry registry;

  @Transactional
  String required(String entry) throws SQLException {
    return write(entry);
  }

  @Transactional(TxType.REQUIRES_NEW)
  String apart(String entry) throws SQLException {
    return write(entry);
  }

  @Transactional(TxType.MANDATORY)
  String mandatory(String entry) throws SQLException {
    return write(entry);
  }

  @Transactional(TxType.SUPPORTS)
  String supports(String entry) throws SQLException {
    return write(entry);
  }

  private String write(String entry) throws SQLException {
    Ledger.write(entry);
    if (entry.startsWith("lost")) {
      loseTheRole();
    } else if (entry.startsWith("late")) {
      registry.registerInterposedSynchronization(new Flush());
    }
    return entry;
  }

  void loseTheRole() {
    membership.stepDown().toCompletableFuture().join();
  }

  boolean leads() {
    return membership.isPrimary() && audit.isPrimary();
  }

  /** What a persistence provider would do last. */
  private final class Flush implements Synchronization {
    @Override
    public void beforeCompletion() {
      loseTheRole();
    }

    @Override
    public void afterCompletion(int status) {
      // nothing is held
    }
  }
}
