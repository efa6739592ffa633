package dev.primacy.relay;

import dev.primacy.engine.tck.RecordStoreContract;
import dev.primacy.engine.tck.StoreService;

/**
 * All that a store promises, through a relay and over real connections: reads, writes, hints,
 * outages, lost replies. The limits on what a follower writes are taken away on both sides, since
 * most promises are about writes of several nodes to one record; they have tests of their own. The
 * contract of elections is not run: a follower takes part in none.
 */
class RelayRecordStoreTest extends RecordStoreContract {
  @Override
  protected StoreService service() {
    return new RelayService();
  }
}
