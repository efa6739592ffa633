package dev.primacy.engine.tck;

import dev.primacy.spi.RecordVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The model an operation is judged by: one register that compares and sets. */
final class Register {

  /**
   * What stands in it.
   *
   * @param version absent if nothing does
   * @param content what stands in it, empty if nothing does
   */
  record State(RecordVersion version, String content) {
    static final State EMPTY = new State(RecordVersion.ABSENT, "");
  }

  /** Contents are written once, so that a write of unknown outcome is known by who saw it. */
  private final Map<String, RecordVersion> versions = new HashMap<>();

  Register(List<Operation> history) {
    for (Operation operation : history) {
      if (operation.outcome() == Operation.Outcome.DONE && !operation.content().isEmpty()) {
        versions.putIfAbsent(operation.content(), operation.version());
      }
    }
  }

  /** What stands there after the operation; empty if it cannot have happened in this state. */
  Optional<State> after(State state, Operation operation) {
    boolean matches = state.version().equals(operation.expected());
    return switch (operation.outcome()) {
      case CONFLICT -> matches ? Optional.empty() : Optional.of(state);
      case UNKNOWN -> matches ? Optional.of(effect(operation)) : Optional.empty();
      case DONE -> done(state, operation, matches);
    };
  }

  private Optional<State> done(State state, Operation operation, boolean matches) {
    if (operation.kind() == Operation.Kind.READ) {
      State seen = new State(operation.version(), operation.content());
      return state.equals(seen) ? Optional.of(state) : Optional.empty();
    }
    return matches ? Optional.of(effect(operation)) : Optional.empty();
  }

  private State effect(Operation operation) {
    if (operation.kind() == Operation.Kind.REMOVE) {
      return State.EMPTY;
    }
    String content = operation.content();
    // nobody saw it: then nobody expects its version either
    RecordVersion unseen = new RecordVersion("unseen " + content);
    return new State(versions.getOrDefault(content, unseen), content);
  }
}
