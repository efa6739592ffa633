package dev.primacy.testkit;

import static dev.primacy.testkit.KitMessages.TEXT;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import dev.primacy.core.invariant.Claimant;
import dev.primacy.core.invariant.Invariants;
import dev.primacy.core.invariant.Invariants.InFlight;
import dev.primacy.core.invariant.Violation;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.testkit.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What happened in a cluster, and which rules it broke. Safe on any thread. */
final class Recorder {
  private final VirtualTime time;
  private final long began;
  private final Invariants invariants = new Invariants();
  private final List<HeardEvent> events = new CopyOnWriteArrayList<>();
  private final List<GuardedCall> calls = new CopyOnWriteArrayList<>();
  private final List<String> broken = new CopyOnWriteArrayList<>();
  private final Set<String> known = new HashSet<>();

  Recorder(VirtualTime time) {
    this.time = time;
    this.began = time.now();
  }

  Duration elapsed() {
    return Duration.ofNanos(time.now() - began);
  }

  List<HeardEvent> events() {
    return List.copyOf(events);
  }

  List<GuardedCall> calls() {
    return List.copyOf(calls);
  }

  List<String> broken() {
    return List.copyOf(broken);
  }

  /** Once, however often it is found. */
  synchronized void broke(String rule, String text) {
    if (known.add(rule)) {
      broken.add(text);
    }
  }

  String when() {
    return "at " + elapsed().toMillis() + " ms";
  }

  private synchronized void hold(Runnable check) {
    try {
      check.run();
    } catch (Violation found) {
      String what = String.valueOf(found.getMessage());
      broke(what, TEXT.broken(when(), what));
    }
  }

  void oneActs(Set<String> groups, Supplier<List<Claimant>> nodes) {
    groups.forEach(group -> hold(() -> invariants.oneHolderActs(group, nodes.get())));
  }

  /** An event is told now. */
  void told(String node, ClusterEvent event) {
    events.add(new HeardEvent(node, event, elapsed()));
    if (event instanceof NodeRoleChanged change && change.current() == NodeRole.PRIMARY) {
      change
          .token()
          .ifPresent(
              token ->
                  hold(
                      () ->
                          invariants.granted(change.group(), token, change.node().incarnation())));
    }
  }

  InFlight admitted(String node, String method, String group, FencingToken token) {
    calls.add(new GuardedCall(node, method, group, token, elapsed()));
    hold(
        () -> {
          invariants.admitted(group, token, time.now());
          invariants.noReleasedCallInFlight(group, token);
        });
    return new InFlight(token);
  }

  void released(String group, List<InFlight> underWay) {
    hold(() -> invariants.released(group, new ArrayList<>(underWay)));
  }

  void returned(String group, InFlight call) {
    hold(() -> invariants.returned(group, call));
  }
}
