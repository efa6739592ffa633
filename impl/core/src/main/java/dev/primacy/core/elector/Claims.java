package dev.primacy.core.elector;

import dev.primacy.FencingToken;
import dev.primacy.core.elector.Action.Problem;
import dev.primacy.core.record.GroupRecord;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Notices a claim to a group that the rules would let nobody see: written to the store past them,
 * or shown by a store that lost what it had confirmed. Tells what it can be sure of only: a read
 * that was under way when this node learned of a claim may show what was before it.
 */
final class Claims {

  /**
   * A claim that contradicts what was known.
   *
   * @param known the token known, or held
   * @param held whether it was held here, under a lease that stands
   * @param seen what the store shows
   */
  record Doubt(FencingToken known, boolean held, GroupRecord seen) {

    /** No node that knows of these terms acts under one of them again; 0 in another scope. */
    long burned() {
      return seen.scope().equals(known.scope()) ? known.term() : 0;
    }
  }

  private final GroupTools tools;

  /** What the store has certainly shown; null before that. */
  private @Nullable GroupRecord known;

  /** The newest request when it was shown: what is asked later cannot show what was before. */
  private long asOf;

  private boolean returnTold;

  Claims(GroupTools tools) {
    this.tools = tools;
  }

  /**
   * Works in what the store shows, before anything else is done about it.
   *
   * @param standing the token held here, if its lease stands
   * @return what it contradicts; null if nothing
   */
  @Nullable Doubt doubt(
      Exchange.Asked asked, @Nullable GroupRecord seen, @Nullable FencingToken standing) {
    if (seen == null) {
      return null;
    }
    FencingToken contradicted = contradicted(seen);
    boolean later = tools.rules().isLater(asked.number(), asOf);
    if (contradicted != null && !later) {
      return null;
    }
    if (!seen.equals(known)) {
      known = seen;
      asOf = tools.exchange().lastNumber();
    }
    if (standing != null && contests(standing, seen, later)) {
      return new Doubt(standing, true, seen);
    }
    return contradicted == null
        ? null
        : new Doubt(contradicted, contradicted.equals(standing), seen);
  }

  private @Nullable FencingToken contradicted(GroupRecord seen) {
    GroupRecord before = known;
    return before == null || !tools.rules().contradicts(before, seen) ? null : tokenOf(before);
  }

  /** A term above is later, whenever it was asked for: those of a scope only grow. */
  private boolean contests(FencingToken standing, GroupRecord seen, boolean later) {
    boolean above = seen.scope().equals(standing.scope()) && seen.term() > standing.term();
    return (later || above)
        && tools.rules().contests(standing, seen, tools.node().self().incarnation());
  }

  /** After everything was done about it. */
  void tell(String group, @Nullable Doubt doubt) {
    if (doubt == null) {
      return;
    }
    GroupRecord seen = doubt.seen();
    Optional<FencingToken> shown = seen.term() == 0 ? Optional.empty() : Optional.of(tokenOf(seen));
    Action.Contested contested =
        new Action.Contested(group, doubt.known(), doubt.held(), shown, seen.holder());
    if (contested.wentBack() && !returnTold) {
      returnTold = true;
      String terms = "term " + seen.term() + " after " + doubt.known().term();
      tools.exchange().tell(new Action.Complain(Problem.STORE_WENT_BACK, group, terms));
    }
    tools.exchange().tell(contested);
  }

  private static FencingToken tokenOf(GroupRecord claim) {
    return new FencingToken(claim.scope(), claim.term());
  }

  /** The token of whoever a record shows as the holder. */
  static Optional<FencingToken> tokenOfHolder(@Nullable GroupRecord seen) {
    return seen == null || seen.holder().isEmpty() ? Optional.empty() : Optional.of(tokenOf(seen));
  }

  /** Tells who holds a group if that is somebody else than before, or under another token. */
  void tellHolder(String group, @Nullable GroupRecord before, @Nullable GroupRecord seen) {
    Optional<FencingToken> token = tokenOfHolder(seen);
    if (!token.equals(tokenOfHolder(before)) || !holderIn(seen).equals(holderIn(before))) {
      tools.exchange().tell(new Action.HolderSeen(group, holderIn(seen), token));
    }
  }

  static Optional<UUID> holderIn(@Nullable GroupRecord seen) {
    return seen == null ? Optional.empty() : seen.holder();
  }
}
