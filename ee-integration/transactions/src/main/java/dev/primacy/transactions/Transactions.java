package dev.primacy.transactions;

import static dev.primacy.transactions.TransactionLog.LOG;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * The transaction manager's registry: a bean of that type, where an integration offers one, or else
 * what every Jakarta EE server has under a standard name. For this module's own use; a bean so that
 * the interceptor can hold a proxy of it.
 *
 * @since 0.1
 */
@ApplicationScoped
public class Transactions {
  static final String NAME = "java:comp/TransactionSynchronizationRegistry";

  @Inject Instance<TransactionSynchronizationRegistry> beans;

  // looked for once; each thread that looks finds the same
  private volatile boolean sought;
  private volatile @Nullable TransactionSynchronizationRegistry registry;

  /** Made by the container. */
  public Transactions() {}

  /**
   * The registry, if the calling thread is in a transaction that may still commit.
   *
   * @return empty if there is none, or if it will be rolled back anyway
   */
  public Optional<TransactionSynchronizationRegistry> active() {
    return registry().filter(found -> found.getTransactionStatus() == Status.STATUS_ACTIVE);
  }

  /**
   * Whether the calling thread is in a transaction that will be rolled back anyway.
   *
   * @return true if it is marked for rollback
   */
  public boolean doomed() {
    return registry()
        .filter(found -> found.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK)
        .isPresent();
  }

  /**
   * Whether there is a transaction manager at all.
   *
   * @return false if transactions are not to be had here
   */
  public boolean available() {
    return registry().isPresent();
  }

  private Optional<TransactionSynchronizationRegistry> registry() {
    if (!sought) {
      registry = find();
      sought = true;
    }
    return Optional.ofNullable(registry);
  }

  private @Nullable TransactionSynchronizationRegistry find() {
    TransactionSynchronizationRegistry found = beans.isResolvable() ? beans.get() : lookUp();
    if (found == null) {
      LOG.noTransactions(NAME);
    }
    return found;
  }

  @SuppressWarnings("BanJNDI") // a constant name
  private static @Nullable TransactionSynchronizationRegistry lookUp() {
    try {
      return InitialContext.doLookup(NAME);
    } catch (NamingException absent) {
      LOG.debugf(absent, "no %s", NAME);
      return null;
    }
  }
}
