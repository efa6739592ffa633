package dev.primacy.engine.tck;

import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.spi.Engine;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The memory engine: there is nothing to start. */
class MemoryService implements StoreService {
  private final String memory = "m-" + UUID.randomUUID();

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Engine engine() {
    return new MemoryEngine();
  }

  @Override
  public List<InetSocketAddress> start() {
    return List.of();
  }

  @Override
  public void stop() {
    throw new UnsupportedOperationException("it has no life of its own");
  }

  @Override
  public Map<String, String> settings(String node, List<InetSocketAddress> through) {
    return Map.of("primacy.engine", "memory", "primacy.memory.name", memory);
  }

  @Override
  public Map<Ability, String> cannot() {
    String why = "The records live in this JVM and end with it.";
    return Map.of(
        Ability.RESTART, why, Ability.WIRE, why, Ability.REPLICAS, why, Ability.DISK, why);
  }

  @Override
  public void close() {
    // forgotten with the last store
  }
}
