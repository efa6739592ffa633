package dev.primacy.core.runtime;

import dev.primacy.NodeId;
import dev.primacy.core.elector.Elector;
import dev.primacy.core.elector.LeaseBounds;
import dev.primacy.core.elector.NodeSettings;
import dev.primacy.core.settings.NodeDescription;
import dev.primacy.core.settings.Settings;
import dev.primacy.spi.Engine;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Who this node is: one incarnation after the other, each with an elector of its own. */
final class Incarnations implements Supplier<NodeId> {
  private final Settings settings;
  private final Supplier<UUID> ids;
  private final RandomGenerator random;

  // written by the lease thread only
  private volatile NodeId current;

  Incarnations(Settings settings, Execution execution) {
    this(settings, execution::newIncarnation, execution.chance());
  }

  /**
   * Makes a node that is somebody already.
   *
   * @param ids never the same one twice, not even in another process (rule R0)
   * @param random spreads what the electors do
   */
  Incarnations(Settings settings, Supplier<UUID> ids, RandomGenerator random) {
    this.settings = settings;
    this.ids = ids;
    this.random = random;
    this.current = incarnate();
  }

  private NodeId incarnate() {
    return new NodeId(settings.node().name(), ids.get());
  }

  @Override
  public NodeId get() {
    return current;
  }

  NodeId next() {
    NodeId next = incarnate();
    current = next;
    return next;
  }

  Duration lease() {
    return settings.timing().lease();
  }

  Elector elector() {
    return elector(LeaseBounds.of(settings.timing()));
  }

  /** After another one, whose bounds it takes over. */
  Elector elector(LeaseBounds seen) {
    NodeDescription node = settings.node();
    return new Elector(
        new NodeSettings(
            current,
            node.endpoint(),
            node.priority(),
            node.passive(),
            node.attributes(),
            settings.timing(),
            true,
            settings.engine().filter(Engine::followsOnly).isPresent()),
        random,
        seen);
  }
}
