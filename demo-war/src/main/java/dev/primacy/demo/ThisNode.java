package dev.primacy.demo;

import dev.primacy.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/** This node's name and address, as it tells them to people. */
@ApplicationScoped
class ThisNode {
  private final Membership membership;
  private final DemoSettings settings;

  @Inject
  ThisNode(Membership membership, DemoSettings settings) {
    this.membership = membership;
    this.settings = settings;
  }

  /** For proxies only. */
  @SuppressWarnings("NullAway") // never called on: a client proxy hands over to the real instance
  protected ThisNode() {
    this(null, null);
  }

  /**
   * The name: the demo's own setting first, because a standalone node has no {@code
   * primacy.node.name}.
   */
  String name() {
    return settings.text("demo.node").orElseGet(() -> membership.node().name());
  }

  /** Where this node is reached; empty if nobody said so. */
  Optional<URI> url() {
    return settings.text("primacy.node.url").or(() -> settings.text("demo.url")).map(URI::create);
  }
}
