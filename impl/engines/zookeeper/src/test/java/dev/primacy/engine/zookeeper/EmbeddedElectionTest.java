package dev.primacy.engine.zookeeper;

import dev.primacy.engine.tck.ElectionContract;
import dev.primacy.engine.tck.StoreService;
import java.io.IOException;

class EmbeddedElectionTest extends ElectionContract {
  @Override
  protected StoreService service() throws IOException {
    return new EmbeddedService();
  }
}
