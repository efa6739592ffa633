package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.RecordStoreContract;
import dev.primacy.engine.tck.StoreService;

/** The driver reconnects by itself and repeats what it sent, as it also does with AUTO_SERVER. */
class H2ReconnectingRecordStoreTest extends RecordStoreContract {
  @Override
  protected StoreService service() throws Exception {
    return new H2ServerService(";AUTO_RECONNECT=TRUE");
  }
}
