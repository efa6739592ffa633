package dev.primacy.benchmarks.footprint;

import dev.primacy.benchmarks.Bench;
import dev.primacy.benchmarks.Row;
import dev.primacy.benchmarks.report.Figure;
import dev.primacy.benchmarks.report.Goal;
import dev.primacy.benchmarks.report.Line;
import dev.primacy.benchmarks.report.Sample;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What an application's archive grows by. */
public final class JarSizesRow implements Row {
  private static final double KILOBYTE = 1_000;

  @Override
  public String name() {
    return "size";
  }

  @Override
  public List<Line> measure(Bench bench) throws IOException {
    double parts = sum(List.of("primacy-api-", "primacy-core-", "primacy-cdi-", "primacy-rest-"));
    double engine = sum(List.of("primacy-engine-zookeeper-"));
    bench.keep(name(), Map.of("parts", new double[] {parts}, "engine", new double[] {engine}));
    return List.of(
        line("api + core + cdi + rest", parts, Goal.atMost(250)),
        line("ZooKeeper engine without its client", engine, Goal.atMost(60)));
  }

  private static Line line(String what, double kilobytes, Goal goal) {
    return Line.alone(what, new Figure(Sample.of(kilobytes), "KB"), goal);
  }

  private static double sum(List<String> artifacts) throws IOException {
    double bytes = 0;
    for (String artifact : artifacts) {
      bytes += Files.size(jar(name -> name.startsWith(artifact) && name.endsWith(".jar")));
    }
    return bytes / KILOBYTE;
  }

  private static Path jar(Predicate<String> wanted) throws IOException {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> wanted.test(path.getFileName().toString()))
        .findFirst()
        .orElseThrow(() -> new IOException("not every jar is on the class path: package first"));
  }
}
