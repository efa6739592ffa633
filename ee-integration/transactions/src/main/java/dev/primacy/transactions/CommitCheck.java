package dev.primacy.transactions;

import static dev.primacy.transactions.TransactionMessages.TEXT;

import dev.primacy.FencingToken;
import dev.primacy.cdi.GuardedMethod;
import dev.primacy.core.gate.Admission;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the commit of one transaction unless the role under which it ran stands. Interposed, so
 * that it is asked after whatever the application has registered. A persistence provider that
 * joined the transaction after the guarded call began flushes after this; so it asks a second time
 * behind those. The first time stands for itself, should the manager not take a second one.
 */
final class CommitCheck implements Synchronization {
  private final GuardedMethod guarded;
  private final Admission admission;
  private final TransactionSynchronizationRegistry registry;
  private final @Nullable DatabaseFence fence;

  CommitCheck(
      GuardedMethod guarded,
      Admission admission,
      TransactionSynchronizationRegistry registry,
      @Nullable DatabaseFence fence) {
    this.fence = fence;
    this.guarded = guarded;
    this.admission = admission;
    this.registry = registry;
  }

  @Override
  public void beforeCompletion() {
    demandRole();
    hold();
    try {
      registry.registerInterposedSynchronization(new Last());
    } catch (IllegalStateException tooLate) {
      TransactionLog.LOG.debugf(tooLate, "not asked behind what flushes at commit");
      // at least behind the lock: the row may have been restored to a token of before
      demandRole();
    }
  }

  private void hold() {
    FencingToken token = admission.token();
    if (fence == null || token == null) {
      return;
    }
    String group = guarded.spec().group();
    try {
      fence.hold(group, token);
    } catch (RuntimeException refused) {
      registry.setRollbackOnly();
      if (refused instanceof TransactionFencedException && guarded.gate().stands(admission)) {
        fence.handBack(group);
      }
      throw refused;
    }
  }

  private void demandRole() {
    if (!guarded.gate().stands(admission)) {
      String group = guarded.spec().group();
      registry.setRollbackOnly();
      throw new TransactionFencedException(TEXT.roleEnded(group, guarded.name()), group);
    }
  }

  @Override
  public void afterCompletion(int status) {
    // nothing is held
  }

  private final class Last implements Synchronization {
    @Override
    public void beforeCompletion() {
      demandRole();
    }

    @Override
    public void afterCompletion(int status) {
      // nothing is held
    }
  }
}
