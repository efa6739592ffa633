package dev.primacy.engine.tck;

import dev.primacy.engine.tck.Register.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for an order of the operations on one key that explains every answer, in which each takes
 * effect at one instant between its call and its return: the search of Wing and Gong (Testing and
 * Verifying Concurrent Objects, 1993) with the memory of Lowe (Testing for Linearizability, 2016).
 *
 * <p>A write of unknown outcome may take effect at any time after its call, or never.
 */
final class Linearization {

  /** Where the search can return to. */
  private record Choice(Event call, State before) {}

  private record Visited(BitSet taken, State state) {}

  private final List<Operation> history;
  private final Register register;
  private final Event head;
  private final int certain;
  private final BitSet taken;
  private final Set<Visited> visited = new HashSet<>();
  private final Deque<Choice> choices = new ArrayDeque<>();
  private State state = State.EMPTY;
  private int taking;
  private int most;
  private List<String> stuck = List.of();

  private Linearization(List<Operation> operations) {
    history = operations.stream().sorted(Comparator.comparingLong(Operation::invoked)).toList();
    register = new Register(history);
    certain = (int) history.stream().filter(Operation::isCertain).count();
    taken = new BitSet(history.size());
    head = Event.chain(history);
  }

  /**
   * Judges a history.
   *
   * @param operations on one key, which nobody else used, in any order
   * @return why there is no such order; empty if there is one
   */
  static Optional<String> problem(List<Operation> operations) {
    return new Linearization(operations).search();
  }

  private Optional<String> search() {
    Event at = head.next();
    while (taking < certain) {
      if (at.isCall()) {
        Optional<State> next = register.after(state, at.operation());
        at = next.isPresent() && take(at, next.get()) ? head.next() : at.next();
      } else if (choices.isEmpty()) {
        return Optional.of(explanation());
      } else {
        at = giveBack().next();
      }
    }
    return Optional.empty();
  }

  private boolean take(Event call, State next) {
    BitSet more = (BitSet) taken.clone();
    more.set(call.index());
    if (!visited.add(new Visited(more, next))) {
      return false;
    }
    choices.push(new Choice(call, state));
    state = next;
    taken.set(call.index());
    taking += call.operation().isCertain() ? 1 : 0;
    call.takeOut();
    if (taking > most) {
      most = taking;
      stuck = open();
    }
    return true;
  }

  private Event giveBack() {
    Choice last = choices.pop();
    last.call().putBack();
    taken.clear(last.call().index());
    taking -= last.call().operation().isCertain() ? 1 : 0;
    state = last.before();
    return last.call();
  }

  /** The state of the longest explanation so far, and what would have to come next. */
  private List<String> open() {
    List<String> lines = new ArrayList<>();
    lines.add("then stands " + state);
    for (Event at = head.next(); at.isCall(); at = at.next()) {
      lines.add("  not explained: " + at.operation());
    }
    return lines;
  }

  private String explanation() {
    return "no order of these %d operations explains every answer; the longest explains %d%n%s"
        .formatted(history.size(), most, String.join(System.lineSeparator(), stuck));
  }
}
