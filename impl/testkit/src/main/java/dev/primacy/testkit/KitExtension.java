package dev.primacy.testkit;

import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.interceptor.Interceptor;

/** What the kit adds to the container of a node: the node as a bean, and ears. */
class KitExtension implements Extension {
  private final TestNode node;

  KitExtension(TestNode node) {
    this.node = node;
  }

  void publish(@Observes AfterBeanDiscovery event) {
    event
        .<TestNode>addBean()
        .id(TestNode.class.getName())
        .types(TestNode.class, Object.class)
        .scope(Dependent.class)
        .createWith(context -> node);
  }

  void changed(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) NodeRoleChanged event) {
    Told.fired(node, event);
  }

  void changing(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) NodeRoleChanging event) {
    Told.fired(node, event);
  }
}
