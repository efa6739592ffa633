package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.MessengerContract;
import dev.primacy.engine.tck.MessengerService;

class PostgreSqlMessengerTest extends MessengerContract {
  @Override
  protected MessengerService service() throws Exception {
    return new TableMessengers(new PostgreSqlService());
  }
}
