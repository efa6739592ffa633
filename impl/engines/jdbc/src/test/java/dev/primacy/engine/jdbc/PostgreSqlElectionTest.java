package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.ElectionContract;
import dev.primacy.engine.tck.StoreService;

class PostgreSqlElectionTest extends ElectionContract {
  @Override
  protected StoreService service() throws Exception {
    return new PostgreSqlService();
  }
}
