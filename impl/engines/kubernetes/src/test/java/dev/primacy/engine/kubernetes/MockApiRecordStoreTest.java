package dev.primacy.engine.kubernetes;

import dev.primacy.engine.tck.RecordStoreContract;
import dev.primacy.engine.tck.StoreService;

class MockApiRecordStoreTest extends RecordStoreContract {
  @Override
  protected StoreService service() {
    return new ApiServerService();
  }
}
