package dev.primacy.benchmarks.groups;

import dev.primacy.benchmarks.Fork;
import dev.primacy.benchmarks.compare.Section;
import dev.primacy.benchmarks.compare.Terms;
import dev.primacy.benchmarks.compare.store.Stores;
import dev.primacy.benchmarks.report.Columns;
import dev.primacy.benchmarks.report.Goal;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What many groups cost beside few, on three nodes of which one holds them all. */
public final class GroupsSection implements Section {
  private static final List<String> HEADS =
      List.of(
          "system",
          "groups",
          "taken after s",
          "goal",
          "",
          "lost",
          "holder asks/interval",
          "follower asks/interval",
          "follower B/group",
          "goal",
          "",
          "takeover ms/group",
          "ratio",
          "goal",
          "");

  private static final int FEW = 100;
  private static final Goal SECONDS = Goal.atMost(60);
  private static final Goal BYTES = Goal.atMost(1024);
  private static final Goal RATIO = Goal.atMost(3);

  /** What one trial printed. */
  private record Outcome(String system, int groups, Properties figures) {
    double figure(String key) {
      return Double.parseDouble(figures.getProperty(key));
    }

    double requests(String who) {
      return figure(who + "-writes") + figure(who + "-lists") + figure(who + "-reads");
    }

    double takeoverMillis() {
      return figure("takeover-micros") / 1000 / groups;
    }
  }

  @Override
  public String name() {
    return "groups";
  }

  @Override
  public boolean run(Terms terms) throws Exception {
    int many = terms.effort(10_000, 1_000);
    List<Outcome> outcomes = new ArrayList<>();
    boolean complete = true;
    for (Sites.Site site : Sites.of(terms)) {
      try {
        Outcome few = trial(terms, site, FEW);
        outcomes.addAll(List.of(few, trial(terms, site, many)));
      } catch (IOException failed) {
        failed.printStackTrace(terms.out());
        complete = false;
      }
    }
    terms.keep(name(), "system,groups,figure,value", outcomes.stream().flatMap(this::csv));
    print(terms, outcomes);
    return complete;
  }

  private static Outcome trial(Terms terms, Sites.Site site, int groups) throws Exception {
    terms.out().printf("%s with %d groups%n", site.name(), groups);
    try (Stores stores = new Stores(terms.data("groups"))) {
      List<String> arguments = new ArrayList<>();
      arguments.add(Integer.toString(groups));
      arguments.add(Boolean.toString(site.isEnsemble()));
      Sites.arguments(site.open(stores), GroupsTrial.NODES).forEach(arguments::add);
      String printed =
          new Fork()
              .option("-Xmx2g")
              .option("-Dzookeeper.admin.enableServer=false")
              .run(GroupsTrial.class, arguments.toArray(String[]::new));
      Properties figures = new Properties();
      figures.load(new StringReader(printed));
      return new Outcome(site.name(), groups, figures);
    }
  }

  private Stream<String> csv(Outcome outcome) {
    return new TreeMap<>(Map.copyOf(outcome.figures()))
        .entrySet().stream()
            .map(
                entry ->
                    String.join(
                        ",",
                        outcome.system(),
                        Integer.toString(outcome.groups()),
                        String.valueOf(entry.getKey()),
                        String.valueOf(entry.getValue())));
  }

  private static void print(Terms terms, List<Outcome> outcomes) {
    Columns columns = new Columns(HEADS);
    for (int i = 0; i < outcomes.size(); i += 2) {
      columns.add(line(outcomes.get(i), outcomes.get(i), false));
      columns.add(line(outcomes.get(i + 1), outcomes.get(i), true));
    }
    columns.print(terms.out());
  }

  private static List<String> line(Outcome outcome, Outcome few, boolean many) {
    List<String> cells = new ArrayList<>();
    cells.add(outcome.system());
    cells.add(Integer.toString(outcome.groups()));
    add(cells, outcome.figure("boot-millis") / 1000, SECONDS, many);
    cells.add(outcome.figures().getProperty("lost-groups"));
    cells.add(text(outcome.requests("holder")));
    cells.add(text(outcome.requests("follower")));
    add(cells, outcome.figure("follower-bytes"), BYTES, many);
    cells.add(text(outcome.takeoverMillis()));
    if (many) {
      add(cells, outcome.takeoverMillis() / few.takeoverMillis(), RATIO, true);
    } else {
      cells.addAll(List.of("", "", ""));
    }
    return cells;
  }

  private static void add(List<String> cells, double figure, Goal goal, boolean judged) {
    cells.add(text(figure));
    cells.add(judged ? goal.toString() : "");
    cells.add(judged ? goal.verdict(figure) : "");
  }

  private static String text(double figure) {
    return String.format(Locale.ROOT, "%.2f", figure);
  }
}
