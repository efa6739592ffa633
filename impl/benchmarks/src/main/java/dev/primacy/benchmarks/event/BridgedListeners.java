package dev.primacy.benchmarks.event;

import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.core.runtime.EventSink;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
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
  private final Event<NodeRoleChanged> cached;
  private final RequestContextController requests;
  private final NodeRoleChanged change = RoleChange.sample();

  BridgedListeners(Class<?>... beans) {
    container = SeContainerInitializer.newInstance().addBeanClasses(beans).initialize();
    bridge = Bridge.of(container);
    requests = container.select(RequestContextController.class).get();
    cached =
        container
            .getBeanManager()
            .getEvent()
            .select(NodeRoleChanged.class, RoleChange.qualifiers(change));
    Heard.mustHear(container, this::deliver, beans);
  }

  /**
   * What CDI itself takes for what an event must have: a request context of its own, and observers
   * that are told apart.
   */
  void fireFramed() {
    requests.activate();
    try {
      cached.fire(change);
    } finally {
      requests.deactivate();
    }
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
