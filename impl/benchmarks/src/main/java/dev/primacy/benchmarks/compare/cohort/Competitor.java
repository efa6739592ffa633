package dev.primacy.benchmarks.compare.cohort;

import dev.primacy.benchmarks.compare.store.StoreKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Who is compared: a library on a store. */
public enum Competitor {
  /** Primacy, whose nodes have to ask. */
  PRIMACY_H2("primacy", StoreKind.H2, false, 2),
  /** Primacy with NOTIFY. */
  PRIMACY_POSTGRESQL("primacy", StoreKind.POSTGRESQL, true, 2),
  /** Primacy with watches. */
  PRIMACY_ZOOKEEPER("primacy", StoreKind.ZOOKEEPER, true, 2),
  /** Primacy with an ensemble of its own. */
  PRIMACY_ENSEMBLE("primacy", StoreKind.ENSEMBLE, true, 3),
  /** Primacy with a watch. */
  PRIMACY_KUBERNETES("primacy", StoreKind.KUBERNETES, true, 2),
  /** Spring Integration's leader initiator with its JDBC lock registry. */
  SPRING_H2("spring", StoreKind.H2, false, 2),
  /** The same. */
  SPRING_POSTGRESQL("spring", StoreKind.POSTGRESQL, false, 2),
  /** Curator's leader latch. */
  CURATOR_ZOOKEEPER("curator", StoreKind.ZOOKEEPER, true, 2),
  /** Curator's leader selector. */
  SELECTOR_ZOOKEEPER("selector", StoreKind.ZOOKEEPER, true, 2),
  /** fabric8's leader elector. */
  FABRIC8_KUBERNETES("fabric8", StoreKind.KUBERNETES, false, 2),
  /** jgroups-raft's role listener. */
  RAFT_PEERS("raft", StoreKind.PEERS, true, 3),
  /** ShedLock's lock, extended again and again. */
  SHEDLOCK_POSTGRESQL("shedlock", StoreKind.POSTGRESQL, false, 2);

  private static final Set<Competitor> JUDGED_ONLY =
      EnumSet.of(SELECTOR_ZOOKEEPER, RAFT_PEERS, SHEDLOCK_POSTGRESQL);

  private final String library;
  private final StoreKind store;
  private final boolean hinted;
  private final int nodes;

  Competitor(String library, StoreKind store, boolean hinted, int nodes) {
    this.library = library;
    this.store = store;
    this.hinted = hinted;
    this.nodes = nodes;
  }

  /** As {@code -Dcompare.systems} takes it, for example {@code primacy-h2}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String library() {
    return library;
  }

  public boolean isPrimacy() {
    return library.equals("primacy");
  }

  public StoreKind store() {
    return store;
  }

  /** Whether it is measured how fast it is and what it asks of its store. */
  public boolean isTimed() {
    return !JUDGED_ONLY.contains(this);
  }

  /** Whether the store tells nodes of changes, so that they need not ask. */
  public boolean isHinted() {
    return hinted;
  }

  /** How many nodes contend: one, its successor, and what the store needs. */
  public int nodes() {
    return nodes;
  }
}
