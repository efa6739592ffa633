package dev.primacy.cdi;

import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.Refusal;
import dev.primacy.RefusalReason;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A gate that lets in as told, and counts. */
final class CountingGate implements Gate {
  static final Admission TENURE = new Admission(null, Long.MAX_VALUE, Long.MAX_VALUE);

  final AtomicInteger entered = new AtomicInteger();
  final AtomicInteger left = new AtomicInteger();
  volatile Admission tenure = TENURE;
  volatile boolean open = true;
  final List<Long> waits = new CopyOnWriteArrayList<>();
  volatile Runnable whileWaiting = () -> {};
  volatile boolean lasting = true;
  volatile long remainingNanos = Long.MAX_VALUE;

  private final String group;
  private final NodeId node = new NodeId("n1", UUID.randomUUID());

  CountingGate(String group) {
    this.group = group;
  }

  int inside() {
    return entered.get() - left.get();
  }

  @Override
  public String group() {
    return group;
  }

  @Override
  public @Nullable Admission tryEnter(long minRemainingNanos) {
    Admission admission = check(minRemainingNanos);
    if (admission != null) {
      entered.incrementAndGet();
    }
    return admission;
  }

  @Override
  public @Nullable Admission check(long minRemainingNanos) {
    return open && remainingNanos >= minRemainingNanos ? tenure : null;
  }

  @Override
  public @Nullable Admission awaitEntry(long minRemainingNanos, long patienceNanos) {
    waits.add(patienceNanos);
    whileWaiting.run();
    return tryEnter(minRemainingNanos);
  }

  @Override
  public void leave(Admission admission) {
    left.incrementAndGet();
  }

  @Override
  public boolean stands(Admission admission) {
    return lasting;
  }

  @Override
  public Refusal refusal() {
    return new Refusal(
        group,
        node,
        NodeRole.SECONDARY,
        GroupStanding.MEMBER,
        RefusalReason.NOT_PRIMARY,
        Optional.empty(),
        OptionalLong.empty(),
        Duration.ofSeconds(1));
  }

  @Override
  public NotPrimaryException refuse(String target) {
    return new NotPrimaryException("PRIMACY-2001: " + target + " refused", refusal());
  }
}
