package dev.primacy.core.invariant;

import dev.primacy.FencingToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What must hold after every step, whatever happens. Used by one thread; each check throws a {@link
 * Violation}.
 *
 * @since 0.1
 */
public final class Invariants {

  /** When calls were let in under one token: at the instant the last clock was read. */
  private record Span(long first, long last) {}

  /** The tokens of one scope by term; scopes by their first call. */
  private final Map<String, Map<UUID, Map<Long, Span>>> admitted = new HashMap<>();

  private final Map<String, UUID> holders = new HashMap<>();

  /** Scopes of dropped groups, and when they were. */
  private final Map<UUID, Long> dropped = new HashMap<>();

  private final Map<String, List<InFlight>> releasedCalls = new HashMap<>();
  private long admissions;
  private boolean ended;

  /** Nothing has happened yet. */
  public Invariants() {}

  /**
   * A call that was let in and has not returned.
   *
   * @since 0.1
   */
  public static final class InFlight {
    private final FencingToken token;
    private boolean released;

    /**
     * It was let in.
     *
     * @param token under which
     */
    public InFlight(FencingToken token) {
      this.token = token;
    }

    /**
     * Under which it was let in.
     *
     * @return the token
     */
    public FencingToken token() {
      return token;
    }
  }

  /** From now on the store keeps no contract, and nothing holds any more. */
  public void end() {
    ended = true;
  }

  /**
   * How often a group was granted.
   *
   * @return the number of tokens
   */
  public long tenures() {
    return holders.size();
  }

  /**
   * How many calls were let in.
   *
   * @return the number of calls
   */
  public long admissions() {
    return admissions;
  }

  /**
   * I1: at most one node's condition of R4 holds.
   *
   * @param group a group
   * @param nodes all nodes
   */
  public void oneHolderActs(String group, List<? extends Claimant> nodes) {
    Claimant acting = null;
    for (Claimant node : ended ? List.<Claimant>of() : nodes) {
      if (node.mayAct(group) && !node.isExcused(group)) {
        if (acting != null) {
          throw new Violation("two act in " + group + ": " + acting + " and " + node);
        }
        acting = node;
      }
    }
  }

  /**
   * R9: a group is dropped when nobody acts in it, and nobody ever does again.
   *
   * @param group the group
   * @param scope which of that name
   * @param instant when, in nanoseconds
   * @param nodes all nodes
   */
  public void dropped(String group, UUID scope, long instant, List<? extends Claimant> nodes) {
    dropped.put(scope, instant);
    for (Claimant node : nodes) {
      boolean acts =
          node.mayAct(group) && node.open(group).filter(t -> t.scope().equals(scope)).isPresent();
      check(!acts, () -> "dropped " + group + " while " + node + " acts in it");
    }
  }

  private void checkNotDropped(String group, FencingToken token, long instant) {
    check(
        instant < dropped.getOrDefault(token.scope(), Long.MAX_VALUE),
        () -> token + " in " + group + ", which was dropped before");
  }

  /**
   * I3: one token, one holder.
   *
   * @param group a group
   * @param token granted now
   * @param incarnation to whom
   */
  public void granted(String group, FencingToken token, UUID incarnation) {
    UUID before = holders.put(group + token, incarnation);
    if (before != null && !ended) {
      throw new Violation("granted twice: " + token + " of " + group);
    }
  }

  /**
   * I2: tokens of calls let in never fall, and a scope never follows a later one.
   *
   * @param group a group
   * @param token under which a call was let in
   * @param instant at which the last clock was read, in nanoseconds
   */
  public void admitted(String group, FencingToken token, long instant) {
    admissions++;
    if (ended) {
      return;
    }
    checkNotDropped(group, token, instant);
    Map<UUID, Map<Long, Span>> scopes = admitted.computeIfAbsent(group, g -> new LinkedHashMap<>());
    Map<Long, Span> terms = scopes.computeIfAbsent(token.scope(), s -> new HashMap<>());
    Span before = terms.get(token.term());
    Span own =
        before == null
            ? new Span(instant, instant)
            : new Span(Math.min(before.first, instant), Math.max(before.last, instant));
    terms.put(token.term(), own);
    checkOrder(group, token, own, terms);
    check(
        !overtakenBy(scopes, token, own),
        () -> group + ": let in under " + token + " after a later scope");
  }

  private static void checkOrder(
      String group, FencingToken token, Span own, Map<Long, Span> terms) {
    terms.forEach(
        (term, span) -> {
          boolean fell =
              term > token.term()
                  ? span.first < own.last
                  : term < token.term() && own.first < span.last;
          check(!fell, () -> group + ": let in under " + token + " and out of order with " + term);
        });
  }

  private static boolean overtakenBy(
      Map<UUID, Map<Long, Span>> scopes, FencingToken token, Span own) {
    boolean later = false;
    for (Map.Entry<UUID, Map<Long, Span>> scope : scopes.entrySet()) {
      if (scope.getKey().equals(token.scope())) {
        later = true;
      } else if (later
          && scope.getValue().values().stream().anyMatch(span -> span.first < own.last)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A role given up by choice: its calls are over before the successor's first.
   *
   * @param group a group
   * @param calls not over yet
   */
  public void released(String group, List<InFlight> calls) {
    calls.forEach(call -> call.released = true);
    releasedCalls.computeIfAbsent(group, g -> new ArrayList<>()).addAll(calls);
  }

  /**
   * A call is let in: none of an earlier tenure that was given up by choice may be under way.
   *
   * @param group a group
   * @param token under which the call is let in
   */
  public void noReleasedCallInFlight(String group, FencingToken token) {
    for (InFlight call : releasedCalls.getOrDefault(group, List.of())) {
      check(
          ended || call.token.equals(token),
          () -> group + ": let in under " + token + " while a call of " + call.token + " runs");
    }
  }

  /**
   * A call is over.
   *
   * @param group a group
   * @param call the call
   */
  public void returned(String group, InFlight call) {
    if (call.released) {
      releasedCalls.getOrDefault(group, List.of()).remove(call);
    }
  }

  /**
   * Demands something.
   *
   * @param holds whether it is so
   * @param complaint what is said if it is not
   */
  public static void check(boolean holds, Supplier<String> complaint) {
    if (!holds) {
      throw new Violation(complaint.get());
    }
  }
}
