package dev.primacy.benchmarks.compare.safety;

import dev.primacy.benchmarks.compare.Pause;
import dev.primacy.benchmarks.compare.cohort.Competitor;
import dev.primacy.benchmarks.compare.cohort.Member;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** What happens to a leader, or to what it needs. */
enum Scenario {
  /** It is told to stop while an operation is under way that takes another 1.5 s. */
  HANDOVER("handover, 1.5 s of work") {
    @Override
    long play(Stage stage) throws IOException, InterruptedException, TimeoutException {
      Member leader = stage.settled();
      long from = System.nanoTime();
      stage.begin(leader, Duration.ofMillis(1500));
      leader.terminate();
      leader.awaitEnd(Stage.LONG);
      stage.awaitSuccessor(leader);
      return from;
    }
  },

  /** It stands still for 14 s, and goes on. */
  PAUSE("paused for 14 s") {
    @Override
    long play(Stage stage) throws IOException, InterruptedException, TimeoutException {
      Member leader = stage.settled();
      long from = System.nanoTime();
      leader.pause();
      Pause.of(Duration.ofSeconds(14));
      leader.resume();
      stage.calm();
      return from;
    }
  },

  /** Whoever listens to its becoming the leader takes 8 s. */
  LISTENER("listener takes 8 s") {
    @Override
    long play(Stage stage) throws IOException, InterruptedException, TimeoutException {
      long from = stage.startSlowListeners(LISTENING);
      Pause.of(LISTENING);
      stage.calm();
      return from;
    }
  },

  /** Its wall clock is behind. */
  CLOCK_5S_BEHIND("clock 5 s behind", Duration.ofSeconds(-5)),
  /** Its wall clock is ahead. */
  CLOCK_5S_AHEAD("clock 5 s ahead", Duration.ofSeconds(5)),
  /** Its wall clock is far behind. */
  CLOCK_1H_BEHIND("clock 1 h behind", Duration.ofHours(-1)),
  /** Its wall clock is far ahead. */
  CLOCK_1H_AHEAD("clock 1 h ahead", Duration.ofHours(1)),

  /** Nobody reaches the store for 10 s. */
  OUTAGE("no store for 10 s") {
    @Override
    long play(Stage stage) throws IOException, InterruptedException, TimeoutException {
      Member leader = stage.settled();
      long from = System.nanoTime();
      stage.cutStore(leader);
      Pause.of(Duration.ofSeconds(10));
      stage.mendStore(leader);
      stage.calm();
      return from;
    }
  };

  private static final Duration LISTENING = Duration.ofSeconds(8);

  private final String title;
  private final Duration clockOff;

  Scenario(String title) {
    this(title, Duration.ZERO);
  }

  Scenario(String title, Duration clockOff) {
    this.title = title;
    this.clockOff = clockOff;
  }

  /**
   * Brings it about, and waits until it is over.
   *
   * @return when it began
   * @throws TimeoutException if it could not be brought about
   */
  long play(Stage stage) throws IOException, InterruptedException, TimeoutException {
    Member holder = stage.leaderWithClock(clockOff);
    long from = stage.completed();
    Pause.of(stage.lease().multipliedBy(2));
    holder.kill();
    stage.calm();
    return from;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String title() {
    return title;
  }

  boolean needsClock() {
    return !clockOff.isZero();
  }

  /** Whether there is no reason for another one to lead: then it can be stolen from. */
  boolean leavesTheLeaderAlone() {
    return needsClock() || this == LISTENER;
  }

  /** A lock of a task has nobody who is told, and is given back by the task itself. */
  boolean concerns(Competitor competitor) {
    return competitor != Competitor.SHEDLOCK_POSTGRESQL || (this != HANDOVER && this != LISTENER);
  }

  /** How often, if everything is to be measured so often: there are four of the clocks. */
  int runs(int asked) {
    return Math.max(1, asked / (needsClock() ? 10 : 3));
  }
}
