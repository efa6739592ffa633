package dev.primacy.engine.tck;

import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.spi.MessengerProvider;

class MemoryMessengerTest extends MessengerContract {

  @Override
  protected MessengerService service() {
    return new Memories();
  }

  /** Each cluster has a memory of its own. */
  private static final class Memories implements MessengerService {
    @Override
    public MessengerProvider provider() {
      return new MemoryEngine().messenger().orElseThrow();
    }

    @Override
    public Surroundings surroundings(String cluster, String node) {
      return Surroundings.of(new MemoryEngine())
          .inCluster(cluster)
          .ofNode(node)
          .with("primacy.memory.name", cluster);
    }
  }
}
