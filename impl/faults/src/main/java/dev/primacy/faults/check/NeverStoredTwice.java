package dev.primacy.faults.check;

import dev.primacy.faults.history.Arrival;
import dev.primacy.faults.history.History;
import java.util.List;
import java.util.stream.Collectors;

/** The client sends a call once, and a node runs it once: nothing ever repeats one. */
final class NeverStoredTwice implements Rule {

  @Override
  public String name() {
    return "no call reaches the resource twice, whatever its answer";
  }

  @Override
  public List<String> breaches(History history) {
    return history.arrivals().stream()
        .collect(Collectors.groupingBy(Arrival::id, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() > 1)
        .map(entry -> entry.getKey() + " arrived " + entry.getValue() + " times")
        .toList();
  }
}
