package dev.primacy.cdi.example;

import dev.primacy.event.NodesBatchDone;
import dev.primacy.event.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where each zone is served: rebuilt once per batch, read by any thread without a lock. */
@ApplicationScoped
public class RoutingTable {
  private volatile Map<String, List<InetSocketAddress>> routes = Map.of();

  void rebuild(@Observes @View(Backends.class) NodesBatchDone batch) {
    if (batch.initial() || !batch.isEmpty()) {
      routes =
          batch.nodes().stream()
              .collect(
                  Collectors.groupingBy(
                      Backends::zone,
                      Collectors.mapping(Backends::address, Collectors.toUnmodifiableList())));
    }
  }

  /** The addresses that serve a zone, in the order of their nodes. */
  public List<InetSocketAddress> routes(String zone) {
    return routes.getOrDefault(zone, List.of());
  }
}
