package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.RecordStoreContract;
import dev.primacy.engine.tck.StoreService;

class H2FileRecordStoreTest extends RecordStoreContract {
  @Override
  protected StoreService service() throws Exception {
    return new H2FileService();
  }
}
