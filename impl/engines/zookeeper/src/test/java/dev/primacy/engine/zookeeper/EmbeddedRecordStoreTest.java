package dev.primacy.engine.zookeeper;

import dev.primacy.engine.tck.RecordStoreContract;
import dev.primacy.engine.tck.StoreService;
import java.io.IOException;

class EmbeddedRecordStoreTest extends RecordStoreContract {
  @Override
  protected StoreService service() throws IOException {
    return new EmbeddedService();
  }
}
