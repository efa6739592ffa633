package dev.primacy.engine.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What became of each test of a contract class, written to a file when all of them were run: a line
 * with the service's name, and then one for each test.
 */
final class Results {
  /** Where to, below the directory the tests run in; nowhere if empty. */
  static final String DIRECTORY = "tck.results";

  private static final String DEFAULT = "target/engine-tck";

  private final Map<String, String> byTest = new TreeMap<>();

  void passed(ExtensionContext test, String remark) {
    String result = remark.isEmpty() ? "passed" : "passed, " + remark;
    byTest.put(test.getRequiredTestMethod().getName(), result);
  }

  void aborted(ExtensionContext test, String reason) {
    byTest.put(test.getRequiredTestMethod().getName(), "not run: " + reason);
  }

  void failed(ExtensionContext test) {
    byTest.put(test.getRequiredTestMethod().getName(), "FAILED");
  }

  /** Part of a contract is no result, but brings an earlier one up to date: a test run again. */
  void write(ExtensionContext all, String service) {
    Class<?> contract = contract(all.getRequiredTestClass());
    String directory = all.getConfigurationParameter(DIRECTORY).orElse(DEFAULT);
    if (directory.isEmpty()) {
      return;
    }
    String slug = service.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    Path file = Path.of(directory, contract.getSimpleName() + "-" + slug + ".tsv");
    try {
      if (byTest.keySet().containsAll(tests(contract)) || completedBy(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines(service));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean completedBy(Path earlier) throws IOException {
    if (!Files.exists(earlier)) {
      return false;
    }
    List<String> lines = Files.readAllLines(earlier);
    for (String line : lines.subList(1, lines.size())) {
      int tab = line.indexOf('\t');
      byTest.putIfAbsent(line.substring(0, tab), line.substring(tab + 1));
    }
    return true;
  }

  private String lines(String service) {
    StringBuilder lines = new StringBuilder(service).append('\n');
    byTest.forEach((test, result) -> lines.append(test).append('\t').append(result).append('\n'));
    return lines.toString();
  }

  private static Class<?> contract(Class<?> test) {
    return RecordStoreContract.class.isAssignableFrom(test)
        ? RecordStoreContract.class
        : ElectionContract.class;
  }

  private static List<String> tests(Class<?> contract) {
    return Arrays.stream(contract.getMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(Method::getName)
        .toList();
  }
}
