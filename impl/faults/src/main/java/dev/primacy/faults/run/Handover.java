package dev.primacy.faults.run;

import dev.primacy.faults.cluster.Cluster;
import dev.primacy.faults.fault.Faults;
import dev.primacy.faults.history.Arrival;
import dev.primacy.faults.history.Episode;
import dev.primacy.faults.load.Recorder;
import dev.primacy.faults.load.RetryingLoad;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Handovers by choice while calls come in at a high rate and are tried again where refused. */
final class Handover {
  private static final int TIMES = 10;
  private static final long GOAL_MILLIS = 100;

  private final long seed;
  private String calls = "";

  Handover(long seed) {
    this.seed = seed;
  }

  void run(Cluster cluster, Episodes episodes, Recorder recorder) throws Exception {
    RetryingLoad load = new RetryingLoad(recorder, seed);
    try (load) {
      load.start();
      for (int i = 0; i < TIMES; i++) {
        episodes.run(Faults.of("step-down"));
      }
    }
    calls = load.summary();
  }

  /** The longest time without a write, beside the longest time in which calls were drained. */
  String judge(Outcome outcome) {
    Gaps gaps = Gaps.of(outcome.history());
    List<Episode> episodes = outcome.history().episodes();
    long gap = episodes.stream().mapToLong(gaps::longest).max().orElse(0);
    long drain =
        episodes.stream().mapToLong(episode -> drained(gaps.stored(), episode)).max().orElse(0);
    return "%s: %s; longest time between two stored writes %d ms, longest drain %d ms; goal %s"
        .formatted(
            outcome.session().name(),
            calls,
            gap,
            drain,
            gap <= drain + GOAL_MILLIS ? "met" : "missed");
  }

  /** From the request to hand over to the last write under the token that was held then. */
  private static long drained(List<Arrival> stored, Episode episode) {
    List<Arrival> before =
        stored.stream().filter(write -> write.at() - episode.began() <= 0).toList();
    if (before.isEmpty()) {
      return 0;
    }
    Arrival last = before.get(before.size() - 1);
    return TimeUnit.NANOSECONDS.toMillis(
        stored.stream()
            .filter(write -> write.token().equals(last.token()))
            .mapToLong(write -> write.at() - episode.began())
            .max()
            .orElse(0));
  }
}
