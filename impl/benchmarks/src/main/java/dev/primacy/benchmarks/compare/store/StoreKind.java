package dev.primacy.benchmarks.compare.store;

/** The stores there are. */
public enum StoreKind {
  /** H2's TCP server, in this process, on a file. */
  H2,
  /** A PostgreSQL server of its own process. */
  POSTGRESQL,
  /** One ZooKeeper server, in this process. */
  ZOOKEEPER,
  /** Three ZooKeeper servers, embedded in the nodes. */
  ENSEMBLE,
  /** fabric8's imitation of an API server, in this process. */
  KUBERNETES,
  /** None: the nodes agree among each other. */
  PEERS;

  /** Whether the nodes are the store, a majority of them. */
  public boolean isInTheNodes() {
    return this == ENSEMBLE || this == PEERS;
  }
}
