package dev.primacy.engine.jdbc;

import dev.primacy.spi.EngineContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The validated settings.
 *
 * @param url where the database is; empty if there is a data source
 * @param dataSource the JNDI name; empty if there is a URL
 * @param user who connects
 * @param password how that is proven
 * @param table its name, with or without a schema
 * @param createTable whether a missing table is created
 * @param announcing whether changes are announced, where the database can
 * @param cluster the cluster's name
 * @param nodeName the node's name, for people who look at the database's sessions
 * @param requestTimeout how long one request may take
 */
record Configuration(
    Optional<String> url,
    Optional<String> dataSource,
    Optional<String> user,
    Optional<String> password,
    String table,
    boolean createTable,
    boolean announcing,
    String cluster,
    String nodeName,
    Duration requestTimeout) {

  static List<String> problems(EngineContext context) {
    return new ConfigurationReader(context).problems();
  }

  /** Must only be asked if there are no problems. */
  static Configuration of(EngineContext context) {
    return new ConfigurationReader(context).configuration();
  }

  /** What people are shown: no credentials. */
  String target() {
    return url.map(JdbcUrl::shown).or(() -> dataSource).orElse("");
  }

  @Override
  public String toString() {
    return "Configuration[" + target() + ", " + table + ']';
  }
}
