package dev.primacy.engine.tck;

class MemoryElectionTest extends ElectionContract {
  @Override
  protected StoreService service() {
    return new MemoryService();
  }
}
