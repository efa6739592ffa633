package dev.primacy.benchmarks.event;

import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The floor: a container without Primacy, and the event fired as cheaply as CDI allows. */
@State(Scope.Benchmark)
public abstract class FiredListeners {
  private final SeContainer container;
  private final Event<NodeRoleChanged> cached;
  private final RequestContextController requests;
  private final NodeRoleChanged change = RoleChange.sample();

  FiredListeners(Class<?>... beans) {
    container =
        SeContainerInitializer.newInstance().disableDiscovery().addBeanClasses(beans).initialize();
    requests = container.select(RequestContextController.class).get();
    cached =
        container
            .getBeanManager()
            .getEvent()
            .select(NodeRoleChanged.class, RoleChange.qualifiers(change));
    Heard.mustHear(container, this::fire, beans);
  }

  void fire() {
    cached.fire(change);
  }

  /** The same with a request context of its own, which an event of Primacy's must have. */
  void fireInRequest() {
    requests.activate();
    try {
      cached.fire(change);
    } finally {
      requests.deactivate();
    }
  }

  /** Ends the container. */
  @TearDown
  public void close() {
    container.close();
  }
}
