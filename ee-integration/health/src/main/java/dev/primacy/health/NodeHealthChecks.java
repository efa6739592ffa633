package dev.primacy.health;

import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.vitals.GroupVitals;
import dev.primacy.core.vitals.LeaseThread;
import dev.primacy.core.vitals.Vitals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is well and what is not, of one node. Any thread. */
final class NodeHealthChecks {
  /** A thread that is this late has missed the end of every lease it could have kept. */
  private static final int LEASES = 2;

  private final PrimacyRuntime runtime;
  private final Condition condition;

  // never back
  private volatile boolean started;

  NodeHealthChecks(PrimacyRuntime runtime) {
    this.runtime = runtime;
    this.condition = new Condition(runtime);
  }

  /** DOWN only for what a new process would mend: the lease thread is gone or hangs. */
  Finding liveness() {
    Vitals vitals = runtime.vitals();
    Optional<LeaseThread> thread = vitals.leaseThread();
    Map<String, Object> data = new TreeMap<>();
    data.put("phase", Words.of(vitals.phase()));
    thread.ifPresent(lease -> data.put("leaseThread.lateMs", lease.late().toMillis()));
    boolean wedged =
        vitals.phase() == Vitals.Phase.RUNNING && thread.filter(this::isWedged).isPresent();
    return new Finding(!wedged, data);
  }

  private boolean isWedged(LeaseThread thread) {
    Duration most = runtime.settings().timing().lease().multipliedBy(LEASES);
    return thread.ended() || thread.late().compareTo(most) > 0;
  }

  /** UP when the role is known in every group; which one it is does not matter. */
  Finding readiness() {
    Vitals vitals = runtime.vitals();
    List<String> missing = unknown(vitals);
    boolean known = vitals.phase() == Vitals.Phase.RUNNING && missing.isEmpty();
    Map<String, Object> data = new TreeMap<>(condition.data());
    data.put("unknown", String.join(", ", missing));
    return new Finding(known, data);
  }

  /** UP once the role was known in every group at the same time, and from then on. */
  Finding startup() {
    Vitals vitals = runtime.vitals();
    Vitals.Phase phase = vitals.phase();
    List<String> missing = unknown(vitals);
    if (phase == Vitals.Phase.RUNNING && missing.isEmpty()) {
      started = true;
    }
    Map<String, Object> data = new TreeMap<>();
    data.put("phase", Words.of(phase));
    if (!started) {
      data.put("unknown", String.join(", ", missing));
    }
    return new Finding(started, data);
  }

  private static List<String> unknown(Vitals vitals) {
    return vitals.groups().stream()
        .filter(group -> vitals.group(group).filter(GroupVitals::isRoleKnown).isEmpty())
        .toList();
  }
}
