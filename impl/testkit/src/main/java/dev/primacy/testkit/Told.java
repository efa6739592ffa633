package dev.primacy.testkit;

import static dev.primacy.testkit.KitMessages.TEXT;

import dev.primacy.NodeRole;
import dev.primacy.core.messaging.Via;
import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.core.runtime.EventSink;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.RoleChangeCause;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes what observers of a node are told, and hands it on. */
final class Told implements EventSink {
  private static final ThreadLocal<@Nullable ClusterEvent> NOW = new ThreadLocal<>();
  private static final Set<RoleChangeCause> BY_CHOICE =
      Set.of(
          RoleChangeCause.STEP_DOWN,
          RoleChangeCause.SWITCHOVER,
          RoleChangeCause.OPERATOR,
          RoleChangeCause.LEFT,
          RoleChangeCause.SHUTDOWN);

  private final TestNode node;
  private final EventSink sink;

  Told(TestNode node, EventSink sink) {
    this.node = node;
    this.sink = sink;
  }

  /** What the current thread tells observers right now. */
  static @Nullable ClusterEvent now() {
    return NOW.get();
  }

  /** Whether this thread is told that the role ends, which the release waits for. */
  static boolean isEnding() {
    return NOW.get() instanceof NodeRoleChanging changing && changing.from() == NodeRole.PRIMARY;
  }

  /** Whether this thread is told that the role was given up. */
  static boolean isReleased() {
    return NOW.get() instanceof NodeRoleChanged change && isRelease(change);
  }

  static boolean isRelease(NodeRoleChanged change) {
    return change.previous().equals(Optional.of(NodeRole.PRIMARY))
        && BY_CHOICE.contains(change.cause());
  }

  @Override
  public DeliveryReport deliver(ClusterEvent event) {
    return deliver(event, Via.HERE);
  }

  @Override
  public DeliveryReport deliver(ClusterEvent event, Via via) {
    node.network().delayCallback();
    node.told(event);
    NOW.set(event);
    try {
      return sink.deliver(event, via);
    } finally {
      NOW.remove();
    }
  }

  /** An event of ours was fired on this thread; by us, if it is the one being told. */
  @SuppressWarnings("ReferenceEquality") // an equal one is another one
  static void fired(TestNode node, ClusterEvent event) {
    ClusterEvent outer = NOW.get();
    if (outer != null && outer != event) {
      String inner = event.getClass().getSimpleName();
      String around = outer.getClass().getSimpleName();
      Recorder recorder = node.recorder();
      recorder.broke(
          "reentrant" + inner + around,
          TEXT.reentrant(recorder.when(), node.name(), inner, around));
    }
  }

  @Override
  public void reportLateTo(LateFailures failures) {
    sink.reportLateTo(failures);
  }

  @Override
  public boolean hears(Class<? extends ClusterEvent> type) {
    return sink.hears(type);
  }

  @Override
  public void around(ClusterEvent event, Runnable callback) {
    sink.around(event, callback);
  }

  @Override
  public boolean isTenant(String group) {
    return sink.isTenant(group);
  }

  @Override
  public void tenureEnds(String group) {
    sink.tenureEnds(group);
  }
}
