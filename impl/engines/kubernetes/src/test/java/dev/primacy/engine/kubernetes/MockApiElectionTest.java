package dev.primacy.engine.kubernetes;

import dev.primacy.engine.tck.ElectionContract;
import dev.primacy.engine.tck.StoreService;

class MockApiElectionTest extends ElectionContract {
  @Override
  protected StoreService service() {
    return new ApiServerService();
  }
}
