package dev.primacy.faults.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all nodes wrote that they have handled, the one that was killed included. */
record HandledEvents(List<String> lines) {

  /** What a messenger promises of a queue. */
  enum Bound {
    EXACTLY_ONCE,
    AT_MOST_ONCE,
    AT_LEAST_ONCE
  }

  static HandledEvents read(Path directory) throws IOException {
    List<String> all = new ArrayList<>();
    try (var files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".handled")).toList()) {
        all.addAll(Files.readAllLines(file));
      }
    }
    return new HandledEvents(all);
  }

  /**
   * Counts those of the nodes that were not killed: of the other nobody knows what it published.
   */
  void judge(String queue, int run, int published, Bound bound, EventRun of) {
    Map<String, Integer> times = new HashMap<>();
    for (String line : lines) {
      boolean asked = line.startsWith(queue + " " + run + " ");
      boolean victim = run == 2 && line.startsWith(queue + " 2 n3 ");
      if (asked && !victim) {
        times.merge(line, 1, Integer::sum);
      }
    }
    long twice = times.values().stream().filter(count -> count > 1).count();
    // more than were taken if the publisher was told wrong of one
    int lost = Math.max(0, published - times.size());
    of.say(
        "run %d, queue %s: %d published, %d handled, %d lost, %d more than once"
            .formatted(run, queue, published, times.size(), lost, twice));
    boolean repeated = twice > 0 && bound != Bound.AT_LEAST_ONCE;
    boolean missing = lost > 0 && bound != Bound.AT_MOST_ONCE;
    if (repeated || missing) {
      of.complain("run " + run + ", queue " + queue + " breaks " + bound);
    }
  }
}
