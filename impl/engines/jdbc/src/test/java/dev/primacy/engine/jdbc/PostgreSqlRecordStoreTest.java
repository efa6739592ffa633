package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.RecordStoreContract;
import dev.primacy.engine.tck.StoreService;

class PostgreSqlRecordStoreTest extends RecordStoreContract {
  @Override
  protected StoreService service() throws Exception {
    return new PostgreSqlService();
  }
}
