package dev.primacy.benchmarks;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * What every row is given.
 *
 * @param quick whether a first impression is enough
 * @param directory where the raw figures go
 * @param out where progress is told
 */
public record Bench(boolean quick, Path directory, PrintStream out) {

  /** The one number or the other. */
  public int effort(int full, int hasty) {
    return quick ? hasty : full;
  }

  public Path raw(String row) {
    return directory.resolve(row + ".json");
  }

  /** Keeps the values of a row that is not measured by JMH, in the order they were measured. */
  public void keep(String row, Map<String, double[]> values) throws IOException {
    JsonObjectBuilder object = Json.createObjectBuilder();
    values.forEach((name, numbers) -> object.add(name, array(numbers)));
    Files.writeString(raw(row), object.build().toString());
  }

  private static JsonArrayBuilder array(double[] numbers) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    Arrays.stream(numbers).forEach(array::add);
    return array;
  }
}
