package dev.primacy.telemetry;

import dev.primacy.core.runtime.PrimacyRuntime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Where all values come from, as of when they are asked for. Any thread. */
final class Source {
  private final PrimacyRuntime runtime;
  private final NodeSamples node;
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();

  // guarded by the lock
  private final Set<String> admitted = new TreeSet<>();
  private boolean refused;

  Source(PrimacyRuntime runtime) {
    this.runtime = runtime;
    this.node = new NodeSamples(runtime);
    this.most = runtime.settings().values().integer("primacy.telemetry.groups");
  }

  /** The values of the tags in {@link Metric#COMMON}. */
  List<String> common() {
    return List.of(runtime.settings().cluster(), runtime.settings().node().name());
  }

  /** All values of a metric, of those groups that have metrics. */
  List<Sample> samples(Metric metric) {
    return metric.isOfGroup()
        ? groups().stream().flatMap(group -> samples(metric, group).stream()).toList()
        : node.of(metric);
  }

  private List<Sample> samples(Metric metric, String group) {
    return runtime.vitals().group(group).map(g -> GroupSamples.of(metric, g)).orElse(List.of());
  }

  /** One value; null if there is none any more. */
  @Nullable Double value(Metric metric, List<String> tags) {
    List<Sample> found = metric.isOfGroup() ? samples(metric, tags.get(0)) : node.of(metric);
    for (Sample sample : found) {
      if (sample.tags().equals(tags)) {
        return sample.value();
      }
    }
    return null;
  }

  /** Those that have metrics: the first ones that came. */
  List<String> groups() {
    Set<String> present = runtime.vitals().groups();
    lock.lock();
    try {
      admitted.retainAll(present);
      for (String group : present) {
        if (admitted.size() < most) {
          admitted.add(group);
        } else if (!admitted.contains(group) && !refused) {
          refused = true;
          TelemetryLog.LOG.tooManyGroups(group, most);
        }
      }
      return List.copyOf(admitted);
    } finally {
      lock.unlock();
    }
  }
}
