package dev.primacy.engine.zookeeper;

import dev.primacy.engine.tck.RecordStoreContract;
import dev.primacy.engine.tck.StoreService;
import java.io.IOException;

class OneServerRecordStoreTest extends RecordStoreContract {
  @Override
  protected StoreService service() throws IOException {
    return new EnsembleService(1);
  }
}
