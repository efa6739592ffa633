package dev.primacy.demo;

import dev.primacy.Membership;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The role changes of the default group as this application's observer saw them, newest last. */
@ApplicationScoped
class RoleLog {
  /** Enough to look back on; a bound, because a node may run for long. */
  static final int CAPACITY = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<NodeRoleChanged> changes = new ArrayDeque<>(); // guarded by lock
  private final Membership membership;

  @Inject
  RoleLog(Membership membership) {
    this.membership = membership;
  }

  /** For proxies only. */
  @SuppressWarnings("NullAway") // never called on: a client proxy hands over to the real instance
  protected RoleLog() {
    this(null);
  }

  void keep(@Observes NodeRoleChanged change) {
    if (!change.group().equals(membership.group())) {
      return;
    }
    lock.lock();
    try {
      changes.addLast(change);
      if (changes.size() > CAPACITY) {
        changes.removeFirst();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The changes after this sequence number, in order. */
  List<NodeRoleChanged> since(long seq) {
    lock.lock();
    try {
      return changes.stream().filter(change -> change.seq() > seq).toList();
    } finally {
      lock.unlock();
    }
  }
}
