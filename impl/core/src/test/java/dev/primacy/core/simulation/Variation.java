package dev.primacy.core.simulation;

import dev.primacy.core.elector.Elector;
import dev.primacy.core.elector.NodeSettings;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What runs in the simulation: the elector as it is, or one with a planted defect.
 *
 * @param elector makes the elector of an incarnation
 * @param guard how calls are judged
 * @param flaws what is done wrong around the elector
 */
public record Variation(Factory elector, Guard guard, Set<Flaw> flaws) {

  /** What can be done wrong around the elector. */
  public enum Flaw {
    /** The store ignores the expected version. */
    PUTS_WITHOUT_COMPARING,
    /** A group is released while calls are in flight. */
    RELEASES_BEFORE_DRAINED,
    /** A release does not say who was to follow. */
    FORGETS_THE_SUCCESSOR,
    /** A restarted node calls itself what it was called before. */
    REUSES_INCARNATIONS,
    /** A node that sent LEFT goes on as the incarnation it was. */
    CARRIES_ON_AFTER_LEFT,
    /** No read has to confirm the holder, though group records are deleted alone. */
    ADMITS_UNCONFIRMED,
    /** An operator drops a group whoever holds it. */
    DROPS_HELD_GROUPS,
    /** A renewal that came with a list is taken for written whatever was said of it. */
    TAKES_A_LIST_FOR_A_RENEWAL,
    /** The list that comes with a renewal is what the node was shown the time before. */
    LISTS_WHAT_WAS
  }

  /** Makes electors. */
  @FunctionalInterface
  public interface Factory {
    /** Makes the elector of one incarnation. */
    Elector make(NodeSettings node, RandomGenerator random);
  }

  /** How a call is judged: R4, or R4 with a clause left out. */
  public enum Guard {
    /** Snapshot, wall clock, monotonic clock, snapshot again. */
    STANDARD,
    /** Whether a token is published, whatever the clocks show. */
    CACHED_BOOLEAN,
    /** The snapshot is not looked at again. */
    READ_ONCE,
    /** The monotonic clock is read before the wall clock. */
    MONOTONIC_FIRST,
    /** The wall clock is not read. */
    MONOTONIC_ONLY,
    /** The monotonic clock is not read. */
    WALL_ONLY;

    boolean readsWall() {
      return this != CACHED_BOOLEAN && this != MONOTONIC_ONLY;
    }

    boolean readsMonotonic() {
      return this != CACHED_BOOLEAN && this != WALL_ONLY;
    }
  }

  /** Everything as it is. */
  public static final Variation STANDARD = new Variation(Elector::new, Guard.STANDARD, Set.of());

  /** The same with other rules. */
  public Variation with(Factory other) {
    return new Variation(other, guard, flaws);
  }

  /** The same with another guard. */
  public Variation with(Guard other) {
    return new Variation(elector, other, flaws);
  }

  /** The same with a flaw. */
  public Variation with(Flaw flaw) {
    return new Variation(elector, guard, Set.of(flaw));
  }

  boolean has(Flaw flaw) {
    return flaws.contains(flaw);
  }
}
