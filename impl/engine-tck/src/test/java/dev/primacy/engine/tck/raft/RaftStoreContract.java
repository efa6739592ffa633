package dev.primacy.engine.tck.raft;

import dev.primacy.engine.tck.RecordStoreContract;
import dev.primacy.engine.tck.StoreService;
import java.io.IOException;

/** Run by {@link RaftIsFoundTest} only: it fails, as it must. */
class RaftStoreContract extends RecordStoreContract {
  @Override
  protected StoreService service() throws IOException {
    return new RaftService();
  }
}
