package dev.primacy.benchmarks.groups;

import dev.primacy.NodeRole;
import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.spi.Engine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One of the nodes, and what it heard. */
final class GroupsNode implements AutoCloseable {
  private final CountedEngine engine;
  private final PrimacyRuntime runtime;
  private final AtomicInteger held = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private volatile long expelledNanos;
  private volatile long tookNanos;

  GroupsNode(String name, Map<String, String> settings) {
    String engineName = settings.get("primacy.engine");
    Engine found =
        PrimacyRuntimes.engines(GroupsNode.class.getClassLoader()).stream()
            .filter(each -> each.name().equals(engineName))
            .findFirst()
            .orElseThrow();
    engine = new CountedEngine(found);
    runtime =
        PrimacyRuntimes.create(
            RuntimeSetup.of(name)
                .withSource(new MapSettings(settings))
                .withEngines(List.of(engine))
                .withSink(this::hear));
    runtime.start();
  }

  private DeliveryReport hear(ClusterEvent event) {
    if (event instanceof NodeRoleChanged change) {
      if (change.current() == NodeRole.PRIMARY) {
        tookNanos = System.nanoTime();
        held.incrementAndGet();
      } else if (change.previous().filter(NodeRole.PRIMARY::equals).isPresent()) {
        held.decrementAndGet();
        lost.incrementAndGet();
      }
    } else if (event instanceof NodeLeft left && left.cause() == NodeLeftCause.EXPELLED) {
      expelledNanos = System.nanoTime();
    }
    return DeliveryReport.CLEAN;
  }

  CountedEngine engine() {
    return engine;
  }

  /** How many groups it is primary of. */
  int held() {
    return held.get();
  }

  /** How often it heard that it is primary of a group no more. */
  int lost() {
    return lost.get();
  }

  /** When it heard that another node was expelled; 0 before. */
  long expelledNanos() {
    return expelledNanos;
  }

  /** When it heard of its latest group. */
  long tookNanos() {
    return tookNanos;
  }

  @Override
  public void close() {
    runtime.close();
  }
}
