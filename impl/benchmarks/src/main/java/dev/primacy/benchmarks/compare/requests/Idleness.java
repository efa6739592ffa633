package dev.primacy.benchmarks.compare.requests;

import dev.primacy.benchmarks.compare.Pause;
import dev.primacy.benchmarks.compare.Terms;
import dev.primacy.benchmarks.compare.cohort.Cohort;
import dev.primacy.benchmarks.compare.cohort.Competitor;
import dev.primacy.benchmarks.compare.cohort.Member;
import dev.primacy.benchmarks.compare.node.Place;
import dev.primacy.benchmarks.compare.store.Door;
import dev.primacy.benchmarks.compare.store.Store;
import dev.primacy.benchmarks.compare.store.Stores;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/**
 * Two nodes of one competitor on a store of their own, one leading and one following, while nothing
 * happens. Requests are counted where the store lets in, or by the node if it cannot tell.
 */
final class Idleness implements Callable<Load> {
  private static final Duration START = Duration.ofMinutes(10);

  private final Terms terms;
  private final Competitor competitor;
  private final int groups;
  private final Duration lease;
  private final Duration time;

  Idleness(Terms terms, Competitor competitor, int groups, Duration lease, Duration time) {
    this.terms = terms;
    this.competitor = competitor;
    this.groups = groups;
    this.lease = lease;
    this.time = time;
  }

  /** Its count so far. */
  private interface Counter {
    long requests() throws IOException, InterruptedException, TimeoutException;
  }

  @Override
  public Load call() throws Exception {
    String cluster = "requests-" + competitor.id() + '-' + groups;
    try (Stores stores = new Stores(terms.data(cluster))) {
      Store store = stores.get(competitor.store());
      try (Cohort cohort = new Cohort(competitor, cluster, store, lease, terms.logs())) {
        // one after the other, so that the first one leads all groups
        Counter leader = start(cohort, 0, store);
        Counter follower = start(cohort, 1, store);
        return count(cohort, leader, follower);
      }
    }
  }

  private Counter start(Cohort cohort, int number, Store store)
      throws IOException, InterruptedException, TimeoutException {
    Optional<Door> door = store.door();
    String address = door.map(Door::address).orElseGet(store::address);
    Place place =
        cohort
            .place(number, address)
            .with(Place.COUNTED, "true")
            .with(Place.GROUPS, Integer.toString(groups));
    Member member = cohort.start(number, place);
    cohort.awaitSettled(START);
    return door.<Counter>map(way -> () -> way.requests().getAsLong()).orElse(member::count);
  }

  private Load count(Cohort cohort, Counter leader, Counter follower)
      throws IOException, InterruptedException, TimeoutException {
    Pause.of(lease.multipliedBy(2));
    int mark = cohort.chronicle().mark();
    long start = System.nanoTime();
    long leaderStart = leader.requests();
    long followerStart = follower.requests();
    Pause.of(time);
    long ledBy = leader.requests() - leaderStart;
    long followedBy = follower.requests() - followerStart;
    double seconds = (System.nanoTime() - start) / 1e9;
    if (cohort.chronicle().find(mark, said -> said.word().equals("leads")).isPresent()) {
      throw new IllegalStateException(cohort + " was not idle");
    }
    return new Load(competitor, groups, lease, seconds, ledBy, followedBy);
  }
}
