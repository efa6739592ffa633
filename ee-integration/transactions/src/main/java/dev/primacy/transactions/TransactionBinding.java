package dev.primacy.transactions;

import dev.primacy.Fence;
import dev.primacy.cdi.CallScope;
import dev.primacy.cdi.GuardedMethod;
import dev.primacy.core.gate.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Binds the guarded calls a thread is inside of to the transaction it is in: each of them can keep
 * that from being committed. For this module's own use; a bean so that interceptors can hold a
 * proxy of it.
 *
 * @since 0.1
 */
@ApplicationScoped
public class TransactionBinding {

  /** Of whatever methods are called in one transaction, the first of a group binds it. */
  private record Bound(String group, boolean fenced) {}

  @Inject Transactions transactions;
  @Inject DatabaseFence fence;

  /** Made by the container. */
  public TransactionBinding() {}

  /**
   * Whether a role that may end lets in what this thread does.
   *
   * @return false outside of guarded calls, and without a cluster
   */
  public boolean isWithinGuardedCall() {
    return !judged().isEmpty();
  }

  /**
   * Binds whatever guarded calls are under way on this thread.
   *
   * @return whether a commit of what the thread does now is checked, or will not happen anyway;
   *     false if it is in no transaction
   */
  public boolean bind() {
    TransactionSynchronizationRegistry registry = transactions.active().orElse(null);
    if (registry == null) {
      return transactions.doomed();
    }
    judged().forEach(call -> bind(call.method(), call.admission(), registry));
    return true;
  }

  /**
   * Refuses a call within a guarded one that should run in a transaction and does not, although
   * there is a manager: what it writes is committed where nothing checks it.
   *
   * @param method what is called
   * @throws IllegalStateException unless there is no transaction manager at all
   */
  public void refuseUnbound(Method method) {
    if (transactions.available()) {
      throw TransactionMessages.TEXT.notBegun(
          method.getDeclaringClass().getSimpleName() + "." + method.getName());
    }
  }

  /** Without a cluster nobody's role can end. */
  @SuppressWarnings("ReferenceEquality") // as STANDALONE is told from others
  private static List<CallScope.Running> judged() {
    List<CallScope.Running> calls = CallScope.running();
    return calls.isEmpty()
        ? calls
        : calls.stream().filter(call -> call.admission() != Admission.STANDALONE).toList();
  }

  private void bind(
      GuardedMethod guarded, Admission admission, TransactionSynchronizationRegistry registry) {
    boolean fenced = guarded.spec().fence() == Fence.TRANSACTION;
    Bound key = new Bound(guarded.spec().group(), fenced);
    if (registry.getResource(key) == null) {
      CommitCheck check = new CommitCheck(guarded, admission, registry, fenced ? fence : null);
      registry.registerInterposedSynchronization(check);
      registry.putResource(key, check);
    }
  }
}
