package dev.primacy.telemetry;

import dev.primacy.Membership;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/** An application in a container of its own, with a bean for its metrics to go to, or none. */
final class Node implements AutoCloseable {
  final SeContainer container;

  private record Offer(Class<?> type, Object bean) {}

  /** Offers the bean to the application, as MicroProfile Telemetry or a producer would. */
  static final class Offering implements Extension {
    private final Offer offer;

    Offering(Offer offer) {
      this.offer = offer;
    }

    void add(@Observes AfterBeanDiscovery event) {
      event
          .addBean()
          .types(offer.type(), Object.class)
          .scope(Singleton.class)
          .createWith(context -> offer.bean());
    }
  }

  private Node(SeContainerInitializer initializer, Map<String, String> settings) {
    settings.forEach(System::setProperty);
    try {
      container = initializer.initialize();
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  static Node start(String cluster, String name, String... more) {
    return new Node(SeContainerInitializer.newInstance(), settings(cluster, name, more));
  }

  static <T> Node with(Class<T> type, T bean, String cluster, String name, String... more) {
    Extension offering = new Offering(new Offer(type, bean));
    return new Node(
        SeContainerInitializer.newInstance().addExtensions(offering),
        settings(cluster, name, more));
  }

  private static Map<String, String> settings(String cluster, String name, String... more) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("primacy.cluster", cluster);
    settings.put("primacy.group", "ledger");
    settings.put("primacy.engine", "memory");
    settings.put("primacy.lease", "1s");
    settings.put("primacy.node.name", name);
    for (String setting : more) {
      String[] pair = setting.split("=", 2);
      settings.put(pair[0], pair[1]);
    }
    return settings;
  }

  Ledger ledger() {
    return container.select(Ledger.class).get();
  }

  boolean isPrimary() {
    return container.select(Membership.class).get().isPrimary();
  }

  @Override
  public void close() {
    container.close();
  }
}
