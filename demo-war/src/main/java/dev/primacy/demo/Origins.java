package dev.primacy.demo;

import dev.primacy.ClusterNode;
import dev.primacy.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which origins belong to the demo: this node's, those the setting {@code demo.nodes} lists, and
 * those of every node seen so far. A node that died keeps its origin, because the page it served
 * lives on in a browser.
 */
@ApplicationScoped
class Origins {
  /** A bound; a demo has a handful of nodes. */
  private static final int REMEMBERED = 64;

  private final Set<Origin> seen = ConcurrentHashMap.newKeySet();
  private final Membership membership;
  private final ThisNode self;
  private final List<URI> configured;

  @Inject
  Origins(Membership membership, ThisNode self, DemoSettings settings) {
    this.membership = membership;
    this.self = self;
    this.configured = settings.text("demo.nodes").map(Origins::addresses).orElse(List.of());
  }

  /** For proxies only. */
  @SuppressWarnings("NullAway") // never called on: a client proxy hands over to the real instance
  protected Origins() {
    this.membership = null;
    this.self = null;
    this.configured = List.of();
  }

  private static List<URI> addresses(String list) {
    return Stream.of(list.split(",")).map(String::strip).map(URI::create).toList();
  }

  /** The addresses the setting lists, in its order. */
  List<URI> configured() {
    return configured;
  }

  /** All of them. */
  Set<Origin> all() {
    current()
        .map(Origin::of)
        .flatMap(Optional::stream)
        .filter(origin -> seen.size() < REMEMBERED)
        .forEach(seen::add);
    return Set.copyOf(seen);
  }

  /** Whether a browser's {@code Origin} header names one of them. */
  boolean allows(String header) {
    return Origin.parse(header).filter(all()::contains).isPresent();
  }

  /** Whether a {@code Host} header names this node: a loopback name, or the host of its address. */
  boolean isThisNode(String host) {
    return Origin.parse("http://" + host)
        .filter(
            origin ->
                origin.isLoopback()
                    || self.url()
                        .flatMap(Origin::of)
                        .filter(own -> own.host().equals(origin.host()))
                        .isPresent())
        .isPresent();
  }

  private Stream<URI> current() {
    Stream<URI> known =
        membership.nodes().stream().map(ClusterNode::endpoint).flatMap(Optional::stream);
    return Stream.of(self.url().stream(), configured.stream(), known).flatMap(uris -> uris);
  }
}
