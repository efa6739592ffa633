package dev.primacy.engine.tck;

class MemoryRecordStoreTest extends RecordStoreContract {
  @Override
  protected StoreService service() {
    return new MemoryService();
  }
}
