package dev.primacy.core.simulation;

import dev.primacy.FencingToken;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What must hold after every step, whatever happens. */
final class Invariants {

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

  /** A call that was let in and has not returned. */
  static final class InFlight {
    final FencingToken token;
    boolean released;

    InFlight(FencingToken token) {
      this.token = token;
    }
  }

  /** From now on the store keeps no contract, and nothing holds any more. */
  void end() {
    ended = true;
  }

  long tenures() {
    return holders.size();
  }

  long admissions() {
    return admissions;
  }

  /** I1: at most one node's condition of R4 holds. */
  void oneHolderActs(String group, List<SimulatedNode> nodes) {
    SimulatedNode acting = null;
    for (SimulatedNode node : ended ? List.<SimulatedNode>of() : nodes) {
      if (node.mayAct(group) && !node.isExcused(group)) {
        if (acting != null) {
          throw new Violation("two act in " + group + ": " + acting + " and " + node);
        }
        acting = node;
      }
    }
  }

  /** R9: a group is dropped when nobody acts in it, and nobody ever does again. */
  void dropped(String group, UUID scope, long instant, List<SimulatedNode> nodes) {
    dropped.put(scope, instant);
    for (SimulatedNode node : nodes) {
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

  /** I3: one token, one holder. */
  void granted(String group, FencingToken token, UUID incarnation) {
    UUID before = holders.put(group + token, incarnation);
    if (before != null && !ended) {
      throw new Violation("granted twice: " + token + " of " + group);
    }
  }

  /** I2: tokens of calls let in never fall, and a scope never follows a later one. */
  void admitted(String group, FencingToken token, long instant) {
    admissions++;
    if (ended) {
      return;
    }
    checkNotDropped(group, token, instant);
    Map<UUID, Map<Long, Span>> scopes = admitted.computeIfAbsent(group, g -> new LinkedHashMap<>());
    Map<Long, Span> terms = scopes.computeIfAbsent(token.scope(), s -> new HashMap<>());
    terms.merge(
        token.term(),
        new Span(instant, instant),
        (a, b) -> new Span(Math.min(a.first, b.first), Math.max(a.last, b.last)));
    Span own = terms.get(token.term());
    terms.forEach(
        (term, span) -> {
          boolean fell =
              term > token.term()
                  ? span.first < own.last
                  : term < token.term() && own.first < span.last;
          check(!fell, () -> group + ": let in under " + token + " and out of order with " + term);
        });
    check(
        !overtakenBy(scopes, token, own),
        () -> group + ": let in under " + token + " after a later scope");
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

  /** A role given up by choice: its calls are over before the successor's first. */
  void released(String group, List<InFlight> calls) {
    calls.forEach(call -> call.released = true);
    releasedCalls.computeIfAbsent(group, g -> new java.util.ArrayList<>()).addAll(calls);
  }

  void noReleasedCallInFlight(String group, FencingToken token) {
    for (InFlight call : releasedCalls.getOrDefault(group, List.of())) {
      check(
          ended || call.token.equals(token),
          () -> group + ": let in under " + token + " while a call of " + call.token + " runs");
    }
  }

  void returned(String group, InFlight call) {
    if (call.released) {
      releasedCalls.getOrDefault(group, List.of()).remove(call);
    }
  }

  static void check(boolean holds, java.util.function.Supplier<String> complaint) {
    if (!holds) {
      throw new Violation(complaint.get());
    }
  }
}
