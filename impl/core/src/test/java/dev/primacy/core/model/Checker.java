package dev.primacy.core.model;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Has Spin make a verifier of a model, compiles and runs it. A model that is to hold is searched to
 * the end, depth first; one that is to break, breadth first, so that what is found is a shortest
 * way.
 *
 * @param folder where it works
 * @param depth the longest path a search may follow; a longer one makes the search incomplete
 * @param megabytes what a search may use; the same
 */
record Checker(Path folder, int depth, int megabytes) {

  private static final long MINUTES = 15;
  private static final Pattern STATEMENT = Pattern.compile("\"reached \" \"(\\w+)\" \"");

  /** Whether Spin must be there: where the models are what is run. */
  static boolean isRequired() {
    return Boolean.getBoolean("model.required");
  }

  /** Skips the test where a tool is missing, or fails it if that is not allowed. */
  static void assumeThere() {
    missing().ifPresent(isRequired() ? Assertions::fail : Assumptions::abort);
  }

  private static Optional<String> missing() {
    List<String> missing = Stream.of("spin", "gcc").filter(tool -> !isInstalled(tool)).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(" and ", missing)
                + " missing; on Debian: apt-get install spin gcc libc6-dev");
  }

  private static boolean isInstalled(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  /** Searches one configuration; all of it, or this fails. */
  Search complete(PromelaModel model, PromelaModel.Configuration configuration) {
    Search search = run(model, configuration.definitions(), configuration.name(), List.of());
    if (search.errors() > 0) {
      throw new AssertionError(
          "%s %s breaks %s; see %s"
              .formatted(
                  model.name(),
                  configuration.name(),
                  search.violated().orElse("something"),
                  folder));
    }
    if (!search.isComplete()) {
      throw new AssertionError(
          "%s %s was not searched to the end: %s"
              .formatted(model.name(), configuration.name(), search.printed()));
    }
    return search;
  }

  /** Searches a broken variant until an invariant of the model fails; if none does, this fails. */
  Search broken(PromelaModel model, PromelaModel.Variant variant) {
    List<String> definitions = new ArrayList<>(model.configuration(variant).definitions());
    definitions.add(variant.name());
    Search search = run(model, definitions, variant.name(), List.of("-DBFS"));
    if (invariant(model, search).isEmpty()) {
      throw new AssertionError(
          "%s %s is not found: %s".formatted(model.name(), variant.name(), search.printed()));
    }
    return search;
  }

  /** The invariant a search found broken. */
  static Optional<String> invariant(PromelaModel model, Search search) {
    return search
        .violated()
        .flatMap(
            assertion ->
                model.invariants().stream()
                    .map(PromelaModel.Invariant::name)
                    .filter(assertion::contains)
                    .findFirst());
  }

  private Search run(
      PromelaModel model, List<String> definitions, String name, List<String> options) {
    try {
      Path here = Files.createDirectories(folder.resolve(model.name() + "-" + name));
      List<String> spin = new ArrayList<>(List.of("spin"));
      definitions.forEach(definition -> spin.add("-D" + definition));
      spin.addAll(List.of("-a", model.file().toAbsolutePath().toString()));
      must(here, spin);
      // a search that is to find something is over before a better compiler would be
      List<String> gcc = new ArrayList<>(List.of("gcc", options.isEmpty() ? "-O2" : "-O0", "-w"));
      gcc.addAll(List.of("-DSAFETY", "-DNOREDUCE", "-DNOFAIR", "-DMEMLIM=" + megabytes));
      gcc.addAll(options);
      gcc.addAll(List.of("-o", "pan", "pan.c"));
      must(here, gcc);
      String printed = printed(here, List.of("./pan", "-E", "-m" + depth));
      // what the next run would have to wade through
      Files.deleteIfExists(here.resolve("pan"));
      return new Search(printed, statements(here));
    } catch (IOException e) {
      throw new AssertionError(model.name() + " " + name, e);
    }
  }

  /** What the verifier would tell that it reached: without what a configuration leaves out. */
  private static Set<String> statements(Path here) throws IOException {
    return STATEMENT
        .matcher(Files.readString(here.resolve("pan.m")))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void must(Path here, List<String> command) throws IOException {
    String printed = printed(here, command);
    if (!printed.startsWith("exit 0\n") || printed.contains("error:")) {
      throw new AssertionError(command + ": " + printed);
    }
  }

  private static String printed(Path here, List<String> command) throws IOException {
    Path log = here.resolve(Path.of(command.get(0)).getFileName() + ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(here.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError("not over after %d minutes: %s".formatted(MINUTES, command));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      process.destroyForcibly();
    }
    return "exit " + process.exitValue() + "\n" + Files.readString(log);
  }
}
