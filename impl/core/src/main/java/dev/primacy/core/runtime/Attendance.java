package dev.primacy.core.runtime;

import dev.primacy.GroupStanding;
import dev.primacy.event.RoleChangeCause;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Carries out what {@link ClusterGroups} was asked for, on the lease thread: some at a time, so
 * that an answer to a renewal never waits behind ten thousand joins.
 */
final class Attendance {
  private static final int AT_ONCE = 16;

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean posted = new AtomicBoolean();
  private final Machinery machinery;
  private final BiFunction<String, GroupStanding, GroupMembership> views;

  /**
   * @param views makes views of groups, closed
   */
  Attendance(Machinery machinery, BiFunction<String, GroupStanding, GroupMembership> views) {
    this.machinery = machinery;
    this.views = views;
  }

  void join(Stay stay) {
    add(() -> begin(stay));
  }

  private void add(Runnable step) {
    waiting.add(step);
    schedule();
  }

  private void schedule() {
    if (posted.compareAndSet(false, true)) {
      machinery.loop.post(this::workOff);
    }
  }

  private void workOff() {
    posted.set(false);
    try {
      Runnable step = waiting.poll();
      for (int left = AT_ONCE; step != null; left--) {
        step.run();
        step = left > 1 ? waiting.poll() : null;
      }
    } finally {
      if (!waiting.isEmpty()) {
        schedule();
      }
    }
  }

  private void begin(Stay stay) {
    if (machinery.isLeaving()) {
      return;
    }
    GroupMembership membership = stay.membership;
    membership.show(membership.picture().with(GroupStanding.JOINING));
    stay.view.show(membership);
    GroupCycle cycle = machinery.add(membership, stay.group);
    cycle.start(RoleChangeCause.JOINED);
    machinery.driver.join(cycle);
  }

  /**
   * Leaves.
   *
   * @param over hears, on the lease thread, that the last event was delivered
   */
  void leave(Stay stay, Consumer<Stay> over) {
    add(() -> end(stay, over));
  }

  private void end(Stay stay, Consumer<Stay> over) {
    GroupCycle cycle = machinery.cycles.get(stay.name());
    if (cycle != null) {
      cycle.leaveGroup(() -> left(stay, cycle, over));
    }
  }

  /** Its code may block, and the last event has to be told: neither is for the lease thread. */
  private void left(Stay stay, GroupCycle cycle, Consumer<Stay> over) {
    stay.view.show(views.apply(stay.name(), GroupStanding.LEFT));
    machinery.deliveries.aside(() -> stay.left.complete(null));
    cycle.afterLastEvent(
        () -> {
          machinery.remove(stay.name());
          over.accept(stay);
        });
  }
}
