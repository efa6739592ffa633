package dev.primacy.benchmarks;

import dev.primacy.NodeRole;
import dev.primacy.RefusalReason;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.core.runtime.EventSink;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.settings.MapSettings;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A node over the memory store, in the state that a measurement needs. */
public final class MemoryNode implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final String group;
  private final PrimacyRuntime runtime;

  private MemoryNode(String group, String name, EventSink sink) {
    this.group = group;
    this.runtime = PrimacyRuntimes.create(setup(group, name).withSink(sink));
    runtime.start();
  }

  private static RuntimeSetup setup(String group, String name) {
    Map<String, String> settings =
        Map.of("primacy.engine", "memory", "primacy.group", group, "primacy.node.name", name);
    return RuntimeSetup.of("benchmarks")
        .withSource(new MapSettings(settings))
        .withEngines(PrimacyRuntimes.engines(MemoryNode.class.getClassLoader()));
  }

  /**
   * A node that is primary.
   *
   * @param group of this group
   */
  public static MemoryNode primary(String group) {
    return primary(group, event -> DeliveryReport.CLEAN);
  }

  /**
   * A node that is primary.
   *
   * @param group of this group
   * @param sink hears its events
   */
  public static MemoryNode primary(String group, EventSink sink) {
    MemoryNode node = new MemoryNode(group, "primary", sink);
    node.await("primary", node::isPrimary);
    return node;
  }

  /** Another node of the same group, which knows who is primary. */
  public MemoryNode standby() {
    MemoryNode node = new MemoryNode(group, "standby", event -> DeliveryReport.CLEAN);
    node.await("secondary", () -> node.gate().refusal().reason() == RefusalReason.NOT_PRIMARY);
    return node;
  }

  private void await(String state, BooleanSupplier reached) {
    long start = System.nanoTime();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE) {
        throw new IllegalStateException("not " + state + " in group " + group);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private boolean isPrimary() {
    return runtime.membership(group).role() == NodeRole.PRIMARY;
  }

  public Gate gate() {
    return runtime.gate(group);
  }

  /** A role that was lost on the way would make the figures worthless. */
  public void mustBePrimary() {
    if (!isPrimary()) {
      throw new IllegalStateException("group " + group + " was lost while measuring");
    }
  }

  @Override
  public void close() {
    runtime.close();
  }
}
