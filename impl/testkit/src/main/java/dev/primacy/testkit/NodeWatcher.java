package dev.primacy.testkit;

import static dev.primacy.testkit.KitMessages.TEXT;

import dev.primacy.FencingToken;
import dev.primacy.core.invariant.Claimant;
import dev.primacy.core.invariant.Invariants.InFlight;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Watches what one node does. Safe on any thread. */
final class NodeWatcher implements Claimant {
  private static final ThreadLocal<Integer> INSIDE = ThreadLocal.withInitial(() -> 0);
  private static final double DRIFT = 0.01;

  private final TestNode node;
  private final Recorder recorder;
  private final Map<String, List<InFlight>> underWay = new ConcurrentHashMap<>();

  NodeWatcher(TestNode node, Recorder recorder) {
    this.node = node;
    this.recorder = recorder;
  }

  // ---- events and guarded calls

  void told(ClusterEvent event) {
    recorder.told(node.name(), event);
    if (event instanceof NodeRoleChanged change && Told.isRelease(change)) {
      recorder.released(change.group(), calls(change.group()));
    }
  }

  InFlight enter(String group, String method, FencingToken token) {
    InFlight call = recorder.admitted(node.name(), method, group, token);
    calls(group).add(call);
    INSIDE.set(INSIDE.get() + 1);
    return call;
  }

  void leave(String group, InFlight call) {
    INSIDE.set(INSIDE.get() - 1);
    calls(group).remove(call);
    recorder.returned(group, call);
  }

  private List<InFlight> calls(String group) {
    return underWay.computeIfAbsent(group, first -> new CopyOnWriteArrayList<>());
  }

  // ---- what the application says of itself

  void acted(String group, String what) {
    if (Told.isReleased()) {
      broke("after" + what, TEXT.actedAfterRelease(recorder.when(), node.name(), what, group));
    } else if (!mayAct(group) && INSIDE.get() == 0 && !Told.isEnding()) {
      String role = node.isUp() ? node.membership(group).role().toString() : "down";
      broke("acted" + what, TEXT.actedWithoutRole(recorder.when(), node.name(), what, group, role));
    }
  }

  void letGo(String group, String what) {
    int calls = calls(group).size();
    if (mayAct(group)) {
      releasedFirst(what, "its guard still let calls in");
    } else if (calls > 0) {
      releasedFirst(what, calls + " guarded call(s) were under way");
    } else if (Told.isReleased()) {
      broke("after" + what, TEXT.actedAfterRelease(recorder.when(), node.name(), what, group));
    }
  }

  private void releasedFirst(String what, String state) {
    broke("first" + what, TEXT.releasedFirst(recorder.when(), node.name(), what, state));
  }

  /** Time passes in whatever calls this. */
  void passed(Duration time) {
    ClusterEvent event = Told.now();
    Duration renewEvery = node.runtime().settings().timing().renewEvery();
    if (event != null && time.compareTo(renewEvery) > 0) {
      String where = caller();
      broke(
          "slow" + where,
          TEXT.slowObserver(
              recorder.when(),
              where,
              event.getClass().getSimpleName(),
              node.name(),
              time.toMillis() + " ms",
              renewEvery.toMillis() + " ms"));
    }
  }

  private static String caller() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> !frame.getClassName().equals(TestNode.class.getName()))
                    .filter(frame -> !frame.getClassName().equals(NodeWatcher.class.getName()))
                    .findFirst())
        .map(frame -> frame.toStackTraceElement().toString())
        .orElse("something");
  }

  private void broke(String rule, String text) {
    recorder.broke(node.name() + rule, text);
  }

  // ---- what it claims

  @Override
  public boolean mayAct(String group) {
    return node.isUp() && node.runtime().gate(group).check(0) != null;
  }

  @Override
  public boolean isExcused(String group) {
    Life life = node.lastLife();
    return life == null || Math.abs(life.place().rate() - 1) > DRIFT;
  }

  @Override
  public Optional<FencingToken> open(String group) {
    return mayAct(group) ? node.membership(group).token() : Optional.empty();
  }

  @Override
  public String toString() {
    @Nullable Life life = node.lastLife();
    return life == null ? node.name() : node.toString();
  }
}
