package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.Surroundings;

/** What the engine gets to know in a test. */
final class Given {

  private Given() {}

  static Surroundings nothing() {
    return Surroundings.of(new JdbcEngine());
  }

  /** The address of a database. */
  static Surroundings url(String url) {
    return nothing().with(Settings.URL, url);
  }
}
