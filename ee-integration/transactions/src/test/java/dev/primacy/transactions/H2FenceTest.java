package dev.primacy.transactions;

import java.util.UUID;

class H2FenceTest extends FenceScenario {
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  @Override
  String url() {
    return url;
  }

  @Override
  String user() {
    return "sa";
  }
}
