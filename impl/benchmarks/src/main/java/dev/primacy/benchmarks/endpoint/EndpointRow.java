package dev.primacy.benchmarks.endpoint;

import dev.primacy.benchmarks.Bench;
import dev.primacy.benchmarks.Fork;
import dev.primacy.benchmarks.Row;
import dev.primacy.benchmarks.report.Figure;
import dev.primacy.benchmarks.report.Goal;
import dev.primacy.benchmarks.report.Line;
import dev.primacy.benchmarks.report.Sample;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Requests per second over loopback, guarded beside unguarded. */
public final class EndpointRow implements Row {
  private final Map<Kind, double[]> slots = new EnumMap<>(Kind.class);

  @Override
  public String name() {
    return "endpoint";
  }

  @Override
  public List<Line> measure(Bench bench) throws IOException, InterruptedException {
    int forks = bench.effort(4, 1);
    for (int fork = 1; fork <= forks; fork++) {
      bench.out().printf("endpoint: fork %d of %d%n", fork, forks);
      collect(trial(bench));
    }
    bench.keep(
        name(),
        slots.entrySet().stream()
            .collect(Collectors.toMap(slot -> slot.getKey().name(), Map.Entry::getValue)));
    return List.of(
        line("twin, unguarded / unguarded: the noise", Kind.TWIN, Kind.PLAIN, Goal.NONE),
        line("guarded / unguarded", Kind.GUARDED, Kind.PLAIN, Goal.atLeast(0.98)),
        line("refusal / the same answer", Kind.REFUSED, Kind.SAME_ANSWER, Goal.atLeast(0.97)));
  }

  private static JsonObject trial(Bench bench) throws IOException, InterruptedException {
    String printed =
        new Fork()
            .option("-Xmx512m")
            .option("-Dbenchmarks.endpoints=true")
            .option("-Dprimacy.engine=memory")
            .option("-Dprimacy.group=here")
            .option("-Dprimacy.groups=" + EndpointTrial.ELSEWHERE)
            .run(
                EndpointTrial.class,
                String.valueOf(bench.effort(8, 4)),
                String.valueOf(bench.effort(15, 5)));
    String json = printed.substring(printed.lastIndexOf('\n') + 1);
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private void collect(JsonObject trial) {
    for (Kind kind : Kind.values()) {
      DoubleStream values =
          trial.getJsonArray(kind.name()).getValuesAs(JsonNumber.class).stream()
              .mapToDouble(JsonNumber::doubleValue);
      slots.merge(kind, values.toArray(), EndpointRow::join);
    }
  }

  private static double[] join(double[] first, double[] second) {
    return DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(second)).toArray();
  }

  /** Of throughputs: the times the other way round. */
  private Line line(String what, Kind subject, Kind floor, Goal goal) {
    Sample ratios = Sample.ratios(times(floor), times(subject));
    return Line.besideFloor(
        what, rate(subject), rate(floor), ratios, ratios.medianInterval(), goal);
  }

  private Figure rate(Kind kind) {
    return new Figure(Sample.of(DoubleStream.of(times(kind)).map(nanos -> 1e9 / nanos)), "req/s");
  }

  private double[] times(Kind kind) {
    return slots.getOrDefault(kind, new double[0]);
  }
}
