package dev.primacy.benchmarks.event;

import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.core.runtime.EventSink;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A standalone application with Primacy, whose bridge is called the way the core calls it. */
@State(Scope.Benchmark)
public abstract class BridgedListeners {
  private final SeContainer container;
  private final EventSink bridge;
  private final NodeRoleChanged change = RoleChange.sample();

  BridgedListeners(Class<?>... beans) {
    container = SeContainerInitializer.newInstance().addBeanClasses(beans).initialize();
    bridge = Bridge.of(container);
    Heard.mustHear(container, this::deliver, beans);
  }

  DeliveryReport deliver() {
    return bridge.deliver(change);
  }

  /** Ends the container. */
  @TearDown
  public void close() {
    container.close();
  }
}
