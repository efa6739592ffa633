package dev.primacy.benchmarks.compare.requests;

import dev.primacy.benchmarks.compare.Section;
import dev.primacy.benchmarks.compare.SideBySide;
import dev.primacy.benchmarks.compare.Terms;
import dev.primacy.benchmarks.compare.cohort.Competitor;
import dev.primacy.benchmarks.compare.store.StoreKind;
import dev.primacy.benchmarks.report.Columns;
import dev.primacy.benchmarks.report.Goal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Requests per second that idle nodes cost their store. */
public final class RequestsSection implements Section {
  private static final Duration LEASE = Duration.ofSeconds(6);
  private static final double RENEWALS_PER_SECOND = 3.0 / LEASE.toSeconds();

  @Override
  public String name() {
    return "requests";
  }

  @Override
  public boolean run(Terms terms) throws Exception {
    List<Idleness> all =
        terms
            .competitors()
            .filter(Competitor::isTimed)
            // the servers are in the nodes; their clients ask what those of one server ask
            .filter(one -> one.store() != StoreKind.ENSEMBLE)
            .flatMap(one -> measurements(terms, one))
            .toList();
    List<Load> loads = new SideBySide(terms.out(), terms.parallel()).run(all);
    terms.keep(name(), Load.HEADS, loads.stream().map(Load::csv));
    print(terms, loads);
    return loads.size() == all.size();
  }

  /** Only Primacy has one lease for all groups of a node. */
  private static Stream<Idleness> measurements(Terms terms, Competitor competitor) {
    Duration time = Duration.ofSeconds(terms.effort(60, 20));
    Stream<Integer> groups =
        competitor.isPrimacy() ? Stream.of(1, terms.effort(10_000, 1_000)) : Stream.of(1);
    return groups.map(count -> new Idleness(terms, competitor, count, LEASE, time));
  }

  private static void print(Terms terms, List<Load> loads) {
    Columns columns =
        new Columns(List.of("system", "groups", "leader/s", "goal", "", "follower/s", "goal", ""));
    loads.forEach(load -> columns.add(line(load)));
    terms.out().printf("%nlease %d s%n", LEASE.toSeconds());
    columns.print(terms.out());
  }

  private static List<String> line(Load load) {
    boolean own = load.competitor().isPrimacy();
    Goal leader = own ? Goal.atMost(1.1 * RENEWALS_PER_SECOND) : Goal.NONE;
    Goal follower = own ? followerGoal(load.competitor()) : Goal.NONE;
    return List.of(
        load.competitor().id(),
        Integer.toString(load.groups()),
        text(load.leaderRate()),
        leader.toString(),
        leader.verdict(load.leaderRate()),
        text(load.followerRate()),
        follower.toString(),
        follower.verdict(load.followerRate()));
  }

  private static Goal followerGoal(Competitor competitor) {
    return Goal.atMost(competitor.isHinted() ? 1.2 * RENEWALS_PER_SECOND : 1);
  }

  private static String text(double rate) {
    return String.format(Locale.ROOT, "%.2f", rate);
  }
}
