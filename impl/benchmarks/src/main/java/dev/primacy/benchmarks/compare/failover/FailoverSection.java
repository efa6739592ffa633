package dev.primacy.benchmarks.compare.failover;

import dev.primacy.benchmarks.compare.Section;
import dev.primacy.benchmarks.compare.SideBySide;
import dev.primacy.benchmarks.compare.Terms;
import dev.primacy.benchmarks.compare.cohort.Competitor;
import dev.primacy.benchmarks.compare.store.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How long nobody leads after a leader was killed, and after it was told to stop. */
public final class FailoverSection implements Section {

  @Override
  public String name() {
    return "failover";
  }

  @Override
  public boolean run(Terms terms) throws Exception {
    List<Outcome> all;
    try (Stores stores = new Stores(terms.data(name()))) {
      all =
          new SideBySide(terms.out(), terms.parallel())
              .run(duels(terms, stores)).stream().flatMap(List::stream).toList();
    }
    terms.keep(name(), Outcome.HEADS, all.stream().map(Outcome::csv));
    print(terms, all);
    return all.size() == expected(terms) && all.stream().allMatch(Outcome::isComplete);
  }

  private static Stream<Competitor> competitors(Terms terms) {
    return terms.competitors().filter(Competitor::isTimed);
  }

  /** The long ones first, so that none of them is left over at the end. */
  private static List<Duel> duels(Terms terms, Stores stores) {
    List<Duel> duels = new ArrayList<>();
    for (int i = terms.leases().size() - 1; i >= 0; i--) {
      Duration lease = terms.leases().get(i);
      competitors(terms).forEach(one -> duels.add(new Duel(terms, stores, one, lease)));
    }
    return duels;
  }

  private static long expected(Terms terms) {
    return competitors(terms).count() * terms.leases().size() * terms.runs() * Way.values().length;
  }

  private static void print(Terms terms, List<Outcome> all) {
    for (Way way : Way.values()) {
      FailoverTable table = new FailoverTable(way);
      for (Duration lease : terms.leases()) {
        competitors(terms).forEach(one -> table.add(one, lease, of(all, one, lease, way)));
      }
      table.print(terms.out());
    }
  }

  private static List<Outcome> of(
      List<Outcome> all, Competitor competitor, Duration lease, Way way) {
    return all.stream()
        .filter(outcome -> outcome.competitor() == competitor)
        .filter(outcome -> outcome.lease().equals(lease) && outcome.way() == way)
        .toList();
  }
}
