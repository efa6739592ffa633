package dev.primacy.benchmarks.compare.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** A store that runs, on loopback, until it is closed. */
public interface Store extends AutoCloseable {

  /** Where clients find it: a JDBC URL, a connect string or a URL. */
  String address();

  /**
   * Primacy's settings for a node.
   *
   * @param node its number, from 0
   * @param address where that node finds the store
   */
  Map<String, String> settings(int node, String address);

  /**
   * An entrance for the node that is started next, where its requests are counted.
   *
   * @return empty if the store cannot tell whose a request is; then the node counts
   */
  default Optional<Door> door() {
    return Optional.empty();
  }

  /** Ends it and removes what it kept. */
  @Override
  void close() throws IOException, SQLException;
}
