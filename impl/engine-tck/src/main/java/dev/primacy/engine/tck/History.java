package dev.primacy.engine.tck;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Everything that was done to some keys and answered. Safe on any thread. */
final class History {
  private final Map<RecordKey, ConcurrentLinkedQueue<Operation>> operations =
      new ConcurrentHashMap<>();

  void add(RecordKey key, Operation operation) {
    operations.computeIfAbsent(key, unused -> new ConcurrentLinkedQueue<>()).add(operation);
  }

  List<Operation> of(RecordKey key) {
    return List.copyOf(operations.getOrDefault(key, new ConcurrentLinkedQueue<>()));
  }

  long count(Operation.Outcome outcome) {
    return operations.values().stream()
        .flatMap(ConcurrentLinkedQueue::stream)
        .filter(operation -> operation.outcome() == outcome)
        .count();
  }

  /** What no linearizable store can have answered; empty if all is well. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    operations
        .keySet()
        .forEach(
            key ->
                recurrence(key)
                    .or(() -> Linearization.problem(of(key)))
                    .ifPresent(problem -> problems.add(key + ": " + problem)));
    return problems;
  }

  /** One version has one content, for good. Told apart from the rest because it is worse. */
  private Optional<String> recurrence(RecordKey key) {
    Map<RecordVersion, Operation> byVersion = new HashMap<>();
    for (Operation operation : of(key)) {
      if (operation.outcome() != Operation.Outcome.DONE || operation.content().isEmpty()) {
        continue;
      }
      Operation first = byVersion.putIfAbsent(operation.version(), operation);
      if (first != null && !first.content().equals(operation.content())) {
        return Optional.of("one version with two contents: %s and %s".formatted(first, operation));
      }
    }
    return Optional.empty();
  }
}
