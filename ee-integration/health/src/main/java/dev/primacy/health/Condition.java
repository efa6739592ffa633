package dev.primacy.health;

import dev.primacy.core.messaging.MessagingStatus;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.vitals.GroupVitals;
import dev.primacy.core.vitals.LeaseThread;
import dev.primacy.core.vitals.StoreContact;
import dev.primacy.core.vitals.Vitals;
import dev.primacy.spi.StoreStatus;
import dev.primacy.watch.NodeHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The facts about a node, and which of them are not as they should be. */
final class Condition {
  /** Further groups are counted, not shown: whoever reads this is a probe, every few seconds. */
  private static final int MOST_GROUPS = 32;

  /** Only a lease thread that is in time is asked: it answers at once. */
  private static final Duration IN_TIME = Duration.ofMillis(100);

  private final PrimacyRuntime runtime;
  private final boolean names;

  Condition(PrimacyRuntime runtime) {
    this.runtime = runtime;
    this.names = runtime.settings().values().flag("primacy.health.names");
  }

  /** Texts, numbers and truth values by name. */
  Map<String, Object> data() {
    Vitals vitals = runtime.vitals();
    Map<String, Object> data = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    data.put("phase", Words.of(vitals.phase()));
    data.put("engine", runtime.engine().orElse("none"));
    if (names) {
      data.put("node", runtime.settings().node().name());
    }
    store(vitals.store(), data, wrong);
    delivery(vitals, data, wrong);
    messenger(runtime.messagingStatus(), data, wrong);
    nodes(vitals, data, wrong);
    groups(vitals, data);
    data.put("relay", runtime.relayState().isRelay());
    data.put("condition", wrong.isEmpty() ? "well" : "degraded");
    data.put("degradedBy", String.join(", ", wrong));
    return data;
  }

  private void store(StoreContact store, Map<String, Object> data, List<String> wrong) {
    data.put("store.state", Words.of(store.status().state()));
    store.silence().ifPresent(time -> data.put("store.silenceMs", time.toMillis()));
    if (names) {
      store.endpoint().ifPresent(endpoint -> data.put("store.endpoint", endpoint));
    }
    if (isWrong(store.status())) {
      wrong.add("store");
    }
  }

  private static boolean isWrong(StoreStatus status) {
    return status.state() != StoreStatus.State.HEALTHY
        && status.state() != StoreStatus.State.UNKNOWN;
  }

  private void delivery(Vitals vitals, Map<String, Object> data, List<String> wrong) {
    int stalled = vitals.delivery().stalled();
    data.put("observers.stalled", (long) stalled);
    data.put("alarms", (long) runtime.alarms().active().size());
    if (stalled > 0) {
      wrong.add("observers");
    }
  }

  private static void messenger(
      MessagingStatus status, Map<String, Object> data, List<String> wrong) {
    status
        .messenger()
        .ifPresent(
            name -> {
              data.put("messenger", name);
              data.put("messenger.state", Words.of(status.state().state()));
              data.put("messenger.lost", status.lost());
              if (isWrong(status.state())) {
                wrong.add("messenger");
              }
            });
  }

  /** Left out where the answer would have to be waited for. */
  private void nodes(Vitals vitals, Map<String, Object> data, List<String> wrong) {
    boolean prompt = vitals.leaseThread().filter(Condition::isInTime).isPresent();
    if (vitals.phase() != Vitals.Phase.RUNNING || !prompt) {
      return;
    }
    Map<NodeHealth.State, Long> states = new EnumMap<>(NodeHealth.State.class);
    for (NodeHealth.State state : NodeHealth.State.values()) {
      states.put(state, 0L);
    }
    runtime.nodeWatch().health().forEach(node -> states.merge(node.state(), 1L, Long::sum));
    states.forEach((state, count) -> data.put("nodes." + Words.of(state), count));
    if (states.getOrDefault(NodeHealth.State.LATE, 0L) > 0) {
      wrong.add("nodes");
    }
  }

  private static boolean isInTime(LeaseThread thread) {
    return !thread.ended() && thread.late().compareTo(IN_TIME) < 0;
  }

  private void groups(Vitals vitals, Map<String, Object> data) {
    data.put("groups", (long) vitals.groups().size());
    vitals.groups().stream()
        .limit(MOST_GROUPS)
        .flatMap(group -> vitals.group(group).stream())
        .forEach(group -> group(group, data));
  }

  private void group(GroupVitals group, Map<String, Object> data) {
    String prefix = "group." + group.group() + ".";
    data.put(prefix + "role", Words.of(group.role()));
    data.put(prefix + "standing", Words.of(group.standing()));
    data.put(prefix + "leaseRemainingMs", group.remaining().toMillis());
    group.term().ifPresent(term -> data.put(prefix + "term", term));
    if (names) {
      data.put(prefix + "primary", group.primary().map(id -> id.name()).orElse(""));
    }
  }
}
