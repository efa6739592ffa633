package dev.primacy.faults.check;

import dev.primacy.faults.history.History;
import java.util.List;

/** Whoever only listens knows as much as whoever asks. */
final class EventsReplayToTheRegistry implements Rule {

  @Override
  public String name() {
    return "a node's events, replayed, give the state of its registry";
  }

  @Override
  public List<String> breaches(History history) {
    return history.readings().stream()
        .filter(reading -> !reading.replayed().equals(reading.registered()))
        .map(
            reading ->
                "%s: replayed %s, registered %s"
                    .formatted(reading.process(), reading.replayed(), reading.registered()))
        .toList();
  }
}
