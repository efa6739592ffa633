package dev.primacy.faults.probe;

import dev.primacy.ClusterNode;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeUpdated;
import dev.primacy.event.PrimaryChanged;
import dev.primacy.event.StandingChanged;
import dev.primacy.faults.history.RoleChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** Listens to everything and asks nothing: the state that follows from the events alone. */
@ApplicationScoped
class EventLog {
  /** Every second one: a node that leads once and is paused has three. */
  private static final int LOST = 2;

  private final ReentrantLock lock = new ReentrantLock();
  private KnownState state = KnownState.NOTHING; // guarded by the lock

  @Inject Probe probe;

  void role(@Observes NodeRoleChanged change) {
    if (probe.plant() == Plant.LOSSY && change.seq() % LOST == 0) {
      return;
    }
    probe.write(
        new RoleChange(
            probe.process(),
            change.seq(),
            change.previous(),
            change.current(),
            change.cause().name(),
            change.token(),
            probe.now()));
    become(known -> known.withRole(change.current(), change.standing(), change.token()));
  }

  void standing(@Observes StandingChanged change) {
    become(known -> known.withStanding(change.current()));
  }

  void primary(@Observes PrimaryChanged change) {
    become(known -> known.withPrimary(change.current().map(ClusterNode::id)));
  }

  void joined(@Observes NodeJoined event) {
    become(known -> known.withNode(event.joined()));
  }

  void updated(@Observes NodeUpdated event) {
    become(known -> known.withNode(event.current()));
  }

  void left(@Observes NodeLeft event) {
    become(known -> known.without(event.left()));
  }

  private void become(UnaryOperator<KnownState> change) {
    lock.lock();
    try {
      state = change.apply(state);
    } finally {
      lock.unlock();
    }
  }

  KnownState state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }
}
