package dev.primacy.benchmarks.groups;

import dev.primacy.benchmarks.Fork;
import dev.primacy.benchmarks.compare.Section;
import dev.primacy.benchmarks.compare.Terms;
import dev.primacy.benchmarks.report.Columns;
import dev.primacy.benchmarks.report.Goal;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What many groups cost beside few, on three nodes of which one holds them all. */
public final class GroupsSection implements Section {
  private static final List<String> ENGINES = List.of("memory", "jdbc", "zookeeper");
  private static final int FEW = 100;
  private static final Goal BYTES = Goal.atMost(1024);
  private static final Goal RATIO = Goal.atMost(3);

  /** What one trial printed. */
  private record Outcome(String engine, int groups, Properties figures) {
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
    for (String engine : ENGINES) {
      outcomes.add(trial(terms, engine, FEW));
      outcomes.add(trial(terms, engine, many));
    }
    terms.keep(name(), "engine,groups,figure,value", outcomes.stream().flatMap(this::csv));
    print(terms, outcomes);
    return true;
  }

  private static Outcome trial(Terms terms, String engine, int groups)
      throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory(terms.directory(), "groups-");
    terms.out().printf("%s with %d groups%n", engine, groups);
    String printed =
        new Fork()
            .option("-Xmx2g")
            .run(GroupsTrial.class, engine, Integer.toString(groups), directory.toString());
    Properties figures = new Properties();
    figures.load(new StringReader(printed));
    return new Outcome(engine, groups, figures);
  }

  private Stream<String> csv(Outcome outcome) {
    return new TreeMap<>(Map.copyOf(outcome.figures()))
        .entrySet().stream()
            .map(
                entry ->
                    String.join(
                        ",",
                        outcome.engine(),
                        Integer.toString(outcome.groups()),
                        String.valueOf(entry.getKey()),
                        String.valueOf(entry.getValue())));
  }

  private static void print(Terms terms, List<Outcome> outcomes) {
    Columns columns =
        new Columns(
            List.of(
                "engine",
                "groups",
                "holder asks/interval",
                "follower asks/interval",
                "follower B/group",
                "goal",
                "",
                "takeover ms/group",
                "ratio",
                "goal",
                ""));
    for (int i = 0; i < outcomes.size(); i += 2) {
      columns.add(line(outcomes.get(i), outcomes.get(i), false));
      columns.add(line(outcomes.get(i + 1), outcomes.get(i), true));
    }
    columns.print(terms.out());
  }

  private static List<String> line(Outcome outcome, Outcome few, boolean many) {
    double ratio = outcome.takeoverMillis() / few.takeoverMillis();
    double bytes = outcome.figure("follower-bytes");
    return List.of(
        outcome.engine(),
        Integer.toString(outcome.groups()),
        text(outcome.requests("holder")),
        text(outcome.requests("follower")),
        text(bytes),
        many ? BYTES.toString() : "",
        many ? BYTES.verdict(bytes) : "",
        text(outcome.takeoverMillis()),
        many ? text(ratio) : "",
        many ? RATIO.toString() : "",
        many ? RATIO.verdict(ratio) : "");
  }

  private static String text(double figure) {
    return String.format(Locale.ROOT, "%.2f", figure);
  }
}
