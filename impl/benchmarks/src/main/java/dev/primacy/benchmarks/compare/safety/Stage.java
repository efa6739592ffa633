package dev.primacy.benchmarks.compare.safety;

import dev.primacy.benchmarks.compare.Pause;
import dev.primacy.benchmarks.compare.cohort.Cohort;
import dev.primacy.benchmarks.compare.cohort.Competitor;
import dev.primacy.benchmarks.compare.cohort.Member;
import dev.primacy.benchmarks.compare.cohort.Said;
import dev.primacy.benchmarks.compare.node.Place;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Fresh nodes of one competitor, and what can be done to them. Every wait ends. */
final class Stage implements AutoCloseable {
  static final Duration LONG = Duration.ofSeconds(30);

  private static final Duration BRIEF = Duration.ofMillis(500);

  private static final int ATTEMPTS = 10;

  private final Competitor competitor;
  private final Cohort cohort;
  private final Duration lease;
  private final Supply supply;
  private final Optional<WallClock> clock;
  private final Random random;

  /**
   * Makes it; nobody is started yet.
   *
   * @param supply where the nodes find their store
   * @param clock to set clocks wrong; needed for that only
   */
  Stage(
      Competitor competitor,
      Cohort cohort,
      Duration lease,
      Supply supply,
      Optional<WallClock> clock,
      Random random) {
    this.competitor = competitor;
    this.cohort = cohort;
    this.lease = lease;
    this.supply = supply;
    this.clock = clock;
    this.random = random;
  }

  Duration lease() {
    return lease;
  }

  private Member start(int number) throws IOException {
    return cohort.start(number, place(number));
  }

  private Place place(int number) {
    return cohort
        .place(number, supply.address())
        .with(Place.OPERATIONS, supply.operations().toString());
  }

  /** All are started, all know who leads, and some part of an interval between renewals is over. */
  Member settled() throws IOException, InterruptedException, TimeoutException {
    for (int i = 0; i < competitor.nodes(); i++) {
      start(i);
    }
    cohort.awaitSettled();
    Duration third = lease.dividedBy(3);
    Pause.of(third.plusNanos((long) (random.nextDouble() * third.toNanos())));
    return cohort.awaitSettled();
  }

  /**
   * All are started, with applications that take their time to hear that they lead.
   *
   * @return when the first one led
   */
  long startSlowListeners(Duration listening)
      throws IOException, InterruptedException, TimeoutException {
    for (int i = 0; i < competitor.nodes(); i++) {
      Place place = place(i).with(Place.LISTENING, Long.toString(listening.toMillis()));
      cohort.start(i, place);
    }
    return await(said("leads"), "a leader").number();
  }

  /** The first node leads and has a wrong clock; if the nodes are the store, all are there. */
  Member leaderWithClock(Duration off) throws IOException, InterruptedException, TimeoutException {
    Map<String, String> environment = clock.orElseThrow().off(off);
    Member first = cohort.start(0, place(0).with("primacy.node.priority", "10"), environment);
    requireClock(first, off);
    if (competitor.store().isInTheNodes()) {
      for (int i = 1; i < competitor.nodes(); i++) {
        start(i);
      }
      return handedTo(first);
    }
    await(said("leads").and(by(first)), "that it leads");
    return first;
  }

  /** It would be nobody's fault if the clock were right. */
  private void requireClock(Member member, Duration off)
      throws InterruptedException, TimeoutException {
    long millis = await(said("wall").and(by(member)), "its clock").number();
    long seen = millis - System.currentTimeMillis();
    if (Math.abs(seen - off.toMillis()) > 2000) {
      throw new IllegalStateException("its clock is off by " + seen + " ms");
    }
  }

  /** Whoever else leads is stopped, as long as it takes. */
  private Member handedTo(Member wanted)
      throws IOException, InterruptedException, TimeoutException {
    for (int i = 0; i < ATTEMPTS; i++) {
      Member leader = cohort.awaitSettled();
      if (leader == wanted) {
        return wanted;
      }
      leader.terminate();
      leader.awaitEnd(LONG);
      start(leader.number());
    }
    throw new TimeoutException("others led, " + ATTEMPTS + " times");
  }

  /**
   * All others are started as well, and contend.
   *
   * @return when the first of them was
   */
  long completed() throws IOException, InterruptedException, TimeoutException {
    long from = System.nanoTime();
    for (int i = cohort.members().size(); i < competitor.nodes(); i++) {
      Member other = start(i);
      await(said("settled").and(by(other)), "that it contends");
    }
    return from;
  }

  /** The leader lets something in that takes a while, and has begun with it. */
  void begin(Member leader, Duration work)
      throws IOException, InterruptedException, TimeoutException {
    int mark = cohort.chronicle().mark();
    leader.tell("work " + work.toMillis());
    cohort.chronicle().await(mark, said("works").and(by(leader)), "work", LONG);
  }

  void awaitSuccessor(Member leader) throws InterruptedException, TimeoutException {
    await(said("leads").and(by(leader).negate()), "a successor");
    Pause.of(BRIEF);
  }

  /** Nothing that nodes and store say to each other arrives any more. */
  void cutStore(Member leader) throws IOException, InterruptedException {
    if (!supply.cut()) {
      for (Member member : cohort.members()) {
        if (member != leader) {
          member.pause();
        }
      }
    }
  }

  /** Everything arrives, also what was said meanwhile. */
  void mendStore(Member leader) throws IOException, InterruptedException {
    if (!supply.mend()) {
      for (Member member : cohort.members()) {
        if (member != leader) {
          member.resume();
        }
      }
    }
  }

  /** At least a lease is over, and exactly one leads, for which it waits so long and no longer. */
  void calm() throws InterruptedException {
    Pause.of(lease);
    try {
      cohort
          .chronicle()
          .await(
              () -> cohort.members().stream().filter(Member::isLeading).count() == 1,
              "one leader",
              lease.multipliedBy(4));
      Pause.of(BRIEF);
    } catch (TimeoutException stillNot) {
      // which is what is measured
      return;
    }
  }

  private Said await(Predicate<Said> wanted, String what)
      throws InterruptedException, TimeoutException {
    return cohort.chronicle().await(0, wanted, competitor.id() + ": " + what, LONG);
  }

  private static Predicate<Said> said(String word) {
    return said -> said.word().equals(word);
  }

  private static Predicate<Said> by(Member member) {
    return said -> said.by() == member;
  }

  /** Kills all. */
  @Override
  public void close() {
    cohort.close();
    supply.close();
  }
}
