package dev.primacy.faults.cluster;

import java.util.Arrays;
import java.util.Locale;

/** The stores that nodes can be run on. */
public enum StoreKind {
  /** A ZooKeeper server in each node. */
  EMBEDDED,
  /** A PostgreSQL server outside. */
  POSTGRESQL,
  /** An H2 server outside. */
  H2,
  /** A ZooKeeper server outside. */
  ZOOKEEPER;

  /** A store of this kind, not started. */
  public Store make(Places places) {
    return switch (this) {
      case EMBEDDED -> new EmbeddedStore(places);
      case POSTGRESQL -> new PostgreSqlStore(places);
      case H2 -> new H2Store(places);
      case ZOOKEEPER -> new ZooKeeperStore(places);
    };
  }

  /** Whether it is a process of its own, which faults of its own can befall. */
  public boolean isOutside() {
    return this != EMBEDDED;
  }

  /** Whether nodes have a messenger with it: one beside it, or its own. */
  public boolean carriesEvents() {
    return this == EMBEDDED || this == POSTGRESQL;
  }

  /** As the command line has it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with this name. */
  public static StoreKind of(String id) {
    return Arrays.stream(values())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "faults.engines: '" + id + "' is none of " + Arrays.toString(values())));
  }
}
