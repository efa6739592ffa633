package dev.primacy.benchmarks.compare;

import dev.primacy.benchmarks.compare.cohort.Competitor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every section is given.
 *
 * @param quick whether a first impression is enough ({@code compare.quick})
 * @param runs how often each thing is measured ({@code compare.runs})
 * @param parallel how many things are measured side by side, since they mostly wait ({@code
 *     compare.parallel})
 * @param seed of everything that is random ({@code compare.seed})
 * @param systems which competitors, all if empty ({@code compare.systems})
 * @param directory where the raw figures go
 * @param out where progress is told
 */
public record Terms(
    boolean quick,
    int runs,
    int parallel,
    long seed,
    Set<String> systems,
    Path directory,
    PrintStream out) {

  /** Copies the set. */
  public Terms {
    systems = Set.copyOf(systems);
  }

  static Terms read() throws IOException {
    boolean quick = Boolean.getBoolean("compare.quick");
    return new Terms(
        quick,
        (int) number("compare.runs", quick ? 2 : 10),
        (int) number("compare.parallel", 3),
        number("compare.seed", System.nanoTime()),
        names(System.getProperty("compare.systems", "")),
        Files.createDirectories(Path.of("compare").toAbsolutePath()),
        System.out);
  }

  private static long number(String key, long otherwise) {
    String value = System.getProperty(key, "");
    return value.isBlank() ? otherwise : Long.parseLong(value.strip());
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  /** The one number or the other. */
  public int effort(int full, int hasty) {
    return quick ? hasty : full;
  }

  /** The leases that are compared. */
  public List<Duration> leases() {
    Duration brief = Duration.ofSeconds(3);
    return quick ? List.of(brief) : List.of(brief, Duration.ofSeconds(10));
  }

  /** Who takes part. */
  public Stream<Competitor> competitors() {
    return Stream.of(Competitor.values())
        .filter(one -> systems.isEmpty() || systems.contains(one.id()));
  }

  /** Where the stores of a measurement keep their files while it runs. */
  public Path data(String measurement) {
    return directory.resolve("data").resolve(measurement);
  }

  /** Where contenders complain. */
  public Path logs() {
    return directory.resolve("logs");
  }

  /** Keeps raw figures, under the heads of their columns. */
  public void keep(String section, String heads, Stream<String> lines) throws IOException {
    Files.write(
        directory.resolve(section + ".csv"), Stream.concat(Stream.of(heads), lines).toList());
  }

  String heading() {
    Runtime runtime = Runtime.getRuntime();
    return String.join(
        ", ",
        "seed " + seed,
        runs + " runs",
        parallel + " side by side",
        runtime.availableProcessors() + " processors",
        "Java " + Runtime.version(),
        System.getProperty("os.name") + ' ' + System.getProperty("os.version"));
  }
}
