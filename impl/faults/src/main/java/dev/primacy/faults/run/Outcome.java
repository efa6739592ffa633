package dev.primacy.faults.run;

import dev.primacy.faults.check.Violation;
import dev.primacy.faults.history.Answer;
import dev.primacy.faults.history.Episode;
import dev.primacy.faults.history.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a session.
 *
 * @param session the session
 * @param history what was seen
 * @param violations what is wrong with it
 */
record Outcome(Session session, History history, List<Violation> violations) {

  /** Copies the list. */
  Outcome {
    violations = List.copyOf(violations);
  }

  /** The episodes that came to a good end, by their faults. */
  Map<String, List<Episode>> episodes() {
    return history.episodes().stream()
        .filter(episode -> episode.recovered().isPresent())
        .collect(Collectors.groupingBy(Episode::fault, LinkedHashMap::new, Collectors.toList()));
  }

  /** How many calls were answered so. */
  long count(Answer answer) {
    return history.calls().stream().filter(call -> call.answer() == answer).count();
  }

  /** How many writes came too late and were refused for their token. */
  long refusedWrites() {
    return history.arrivals().stream().filter(write -> !write.accepted()).count();
  }
}
