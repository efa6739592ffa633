package dev.primacy.core.operate;

/**
 * The rule-based election of one group on one node: nominal roles, attempts to find the primary
 * again before anybody takes over, and the rule that nobody writes alone. Decides only when this
 * node wants the group; whether it may take it is the elector's business, so that two nodes whose
 * rules disagree never hold it both. No automatic fail-back: a nominal primary that finds another
 * one follows it.
 *
 * <p>One thread at a time.
 *
 * @since 0.1
 */
public final class RuleBook {

  /** What a node is to do. */
  public enum Act {
    /** Go on. */
    NOTHING,
    /** Take the group as soon as that is possible. */
    TAKE,
    /** The same, read-only. */
    TAKE_READ_ONLY,
    /** Become a secondary of the primary there is. */
    FOLLOW,
    /** Be nothing; give the role up, if it is held. */
    BE_NOTHING,
    /** Be nothing, and go on looking for a primary. */
    LOOK_FOR_PRIMARY,
    /** Have the group refuse writes. */
    IMPOSE,
    /** Have the group allow writes again. */
    LIFT
  }

  private enum Phase {
    /** Nothing was decided yet. */
    STARTING,
    /** It is nothing, and does nothing about it. */
    IDLE,
    /** It looks for a primary. */
    LOOKING,
    /** It follows one. */
    FOLLOWING,
    /** It wants the group. */
    TAKING,
    /** It has it. */
    LEADING
  }

  private final Rules rules;
  private Phase phase = Phase.STARTING;
  private boolean hadSecondaries;

  /** Whether it takes over when all attempts are used up. */
  private boolean takesOver;

  private boolean endless;
  private int attempts;
  private long nextAttempt;

  /**
   * Makes the book of a node that has just started.
   *
   * @param rules how it goes
   */
  public RuleBook(Rules rules) {
    this.rules = rules;
  }

  /**
   * How it goes.
   *
   * @return the rules
   */
  public Rules rules() {
    return rules;
  }

  /**
   * An operator made this node a secondary, or the copy that {@link Act#FOLLOW} asks for is done.
   */
  public void follows() {
    phase = Phase.FOLLOWING;
  }

  /** An operator made this node nothing. */
  public void isNothing() {
    phase = Phase.IDLE;
  }

  /** What {@link Act#FOLLOW} asked for failed. */
  public void failedToFollow() {
    if (phase == Phase.FOLLOWING) {
      phase = Phase.IDLE;
    }
  }

  /**
   * Decides.
   *
   * @param facts what is known now
   * @param now the monotonic clock, ns
   * @return what to do; asked again, it says so again only if the facts ask for it again
   */
  public Act look(Facts facts, long now) {
    if (facts.leads()) {
      return lead(facts);
    }
    if (facts.taking() || !facts.known()) {
      return Act.NOTHING;
    }
    return switch (phase) {
      case STARTING -> start(facts, now);
      case IDLE -> Act.NOTHING;
      case LOOKING -> lookFor(facts, now);
      case FOLLOWING -> facts.primary() ? Act.NOTHING : lost(now);
      case TAKING -> facts.primary() ? follow() : Act.NOTHING;
      case LEADING -> led(facts, now);
    };
  }

  /**
   * The start-up table: whether roles are assumed, whether a primary is looked for, what is meant.
   */
  private Act start(Facts facts, long now) {
    NominalRole nominal = rules.nominal();
    if (nominal == NominalRole.NONE || (!rules.assume() && !rules.join())) {
      return rest();
    }
    if (!rules.join()) {
      return nominal == NominalRole.PRIMARY ? take(false) : followNominal(facts);
    }
    if (rules.assume() && nominal == NominalRole.PRIMARY) {
      return facts.primary() ? follow() : take(false);
    }
    search(now, false, false);
    return lookFor(facts, now);
  }

  private Act followNominal(Facts facts) {
    return facts.primary() && facts.nominalPrimary() ? follow() : rest();
  }

  private Act lost(long now) {
    search(now, rules.failoverPrimary(), rules.reconnectSecondaries());
    // the loss itself is the first look, which found nobody
    nextAttempt = now + rules.reconnectInterval().toNanos();
    return Act.LOOK_FOR_PRIMARY;
  }

  private void search(long now, boolean thenTakesOver, boolean withoutEnd) {
    phase = Phase.LOOKING;
    takesOver = thenTakesOver;
    endless = withoutEnd;
    attempts = 0;
    nextAttempt = now;
  }

  private Act lookFor(Facts facts, long now) {
    if (facts.primary()) {
      return follow();
    }
    if (now - nextAttempt < 0) {
      return Act.NOTHING;
    }
    attempts++;
    nextAttempt = now + rules.reconnectInterval().toNanos();
    if (attempts < rules.reconnectAttempts()) {
      return Act.NOTHING;
    }
    if (takesOver) {
      return take(rules.consensus());
    }
    return endless ? Act.NOTHING : rest();
  }

  private Act take(boolean readOnly) {
    phase = Phase.TAKING;
    return readOnly ? Act.TAKE_READ_ONLY : Act.TAKE;
  }

  private Act follow() {
    phase = Phase.FOLLOWING;
    return Act.FOLLOW;
  }

  private Act rest() {
    phase = Phase.IDLE;
    return Act.BE_NOTHING;
  }

  private Act lead(Facts facts) {
    if (phase != Phase.LEADING) {
      phase = Phase.LEADING;
      hadSecondaries = false;
    }
    hadSecondaries |= facts.secondaries() > 0;
    if (facts.imposed() && facts.secondaries() > 0) {
      return Act.LIFT;
    }
    if (!rules.consensus() || !hadSecondaries || facts.secondaries() > 0) {
      return Act.NOTHING;
    }
    if (rules.nominal() == NominalRole.PRIMARY) {
      return rest();
    }
    return facts.imposed() ? Act.NOTHING : Act.IMPOSE;
  }

  /** Lost or handed over: follows whoever has it, and never takes it back by itself. */
  private Act led(Facts facts, long now) {
    if (facts.primary()) {
      return follow();
    }
    search(now, false, rules.reconnectSecondaries());
    return Act.LOOK_FOR_PRIMARY;
  }

  /**
   * When to look again, without anything else happening.
   *
   * @return ns on the monotonic clock of {@link #look}; only while it looks for a primary
   */
  public long nextLook() {
    return nextAttempt;
  }

  /**
   * Whether time alone brings something to do.
   *
   * @return true while it looks for a primary
   */
  public boolean isLooking() {
    return phase == Phase.LOOKING;
  }
}
