package dev.primacy.transactions;

import dev.primacy.Fence;
import dev.primacy.PrimaryOnly;
import dev.primacy.cdi.CallScope;
import dev.primacy.cdi.GuardRegistry;
import dev.primacy.cdi.GuardedMethod;
import dev.primacy.core.gate.Admission;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Binds a guarded call to the transaction it runs in: the commit is refused unless the role under
 * which the call was let in stands until then. Just inside the guard, which is inside {@code
 * Transactional}; so a resource method that a filter guards is bound too, whose transaction begins
 * after the filter.
 *
 * @since 0.1
 */
@PrimaryOnly
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 10)
public class TransactionBoundInterceptor implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of whatever methods are called in one transaction, the first of a group binds it. */
  private record Bound(String group, boolean fenced) {}

  /** Client proxies, and so serializable along with the bean that is intercepted. */
  @SuppressWarnings("serial")
  private final GuardRegistry guards;

  @SuppressWarnings("serial")
  private final Transactions transactions;

  @SuppressWarnings("serial")
  private final DatabaseFence fence;

  /**
   * Made by the container for each instance of a guarded bean.
   *
   * @param guards what guarded methods demand
   * @param transactions the transaction manager's registry
   * @param fence what fences transactions in the database
   */
  @Inject
  public TransactionBoundInterceptor(
      GuardRegistry guards, Transactions transactions, DatabaseFence fence) {
    this.guards = guards;
    this.transactions = transactions;
    this.fence = fence;
  }

  /**
   * Binds the call, if it runs in a transaction, and lets it proceed.
   *
   * @param call the call of a business method or a timeout
   * @return what the method returned
   * @throws Exception what the method threw
   */
  @AroundInvoke
  @AroundTimeout
  public @Nullable Object bind(InvocationContext call) throws Exception {
    guards
        .find(call.getTarget().getClass(), call.getMethod())
        .ifPresent(guarded -> bind(guarded, transactions.active().orElse(null)));
    return call.proceed();
  }

  @SuppressWarnings("ReferenceEquality") // as STANDALONE is told from others
  private void bind(GuardedMethod guarded, @Nullable TransactionSynchronizationRegistry registry) {
    Admission admission = CallScope.outer(guarded.gate());
    if (admission == null) {
      // the guard around this one has not let it in
      throw guarded.gate().refuse(guarded.name());
    }
    if (admission == Admission.STANDALONE) {
      return;
    }
    boolean fenced = guarded.spec().fence() == Fence.TRANSACTION;
    if (registry != null) {
      bind(new Bound(guarded.spec().group(), fenced), guarded, admission, registry);
    } else if (fenced && !transactions.doomed()) {
      throw TransactionMessages.TEXT.noTransaction(guarded.name());
    }
  }

  private void bind(
      Bound key,
      GuardedMethod guarded,
      Admission admission,
      TransactionSynchronizationRegistry registry) {
    if (registry.getResource(key) == null) {
      CommitCheck check =
          new CommitCheck(guarded, admission, registry, key.fenced() ? fence : null);
      registry.registerInterposedSynchronization(check);
      registry.putResource(key, check);
    }
  }
}
