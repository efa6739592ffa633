package dev.primacy.core.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model and what its head says of it, in lines that begin with {@code *:}.
 *
 * @param file where it is
 * @param text what it says
 * @param configurations each is searched to the end
 * @param invariants by name, which is part of every assertion
 * @param rules where a rule is carried out
 * @param variants each breaks an invariant
 */
record PromelaModel(
    Path file,
    String text,
    List<Configuration> configurations,
    List<Invariant> invariants,
    List<Rule> rules,
    List<Variant> variants) {

  /** A search: which definitions, and what it is about. */
  record Configuration(String name, List<String> definitions, String words) {}

  /** What must hold. */
  record Invariant(String name, String words) {}

  /** A rule, and the name of the statement that carries it out. */
  record Rule(String name, String statement, String words) {}

  /** A rule broken by a definition, in one configuration. */
  record Variant(String name, String configuration, String words) {}

  static final Path FOLDER = Path.of("src", "model");

  private static final Pattern HEAD = Pattern.compile("(?m)^ \\*: +(\\w+) +(.*)$");
  private static final Pattern DEFINITION = Pattern.compile("[A-Z][A-Z]+(=\\d+)?");

  /** All models of the elector, by name. */
  static List<PromelaModel> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".pml"))
          .sorted()
          .map(PromelaModel::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PromelaModel of(Path file) {
    String text = read(file);
    return new PromelaModel(
        file,
        text,
        lines(text, "config").map(PromelaModel::configuration).toList(),
        lines(text, "invariant").map(l -> words(l, 2)).map(w -> new Invariant(w[0], w[1])).toList(),
        lines(text, "rule").map(l -> words(l, 3)).map(w -> new Rule(w[0], w[1], w[2])).toList(),
        lines(text, "broken")
            .map(l -> words(l, 3))
            .map(w -> new Variant(w[0], w[1], w[2]))
            .toList());
  }

  private static Stream<String> lines(String text, String kind) {
    return HEAD.matcher(text)
        .results()
        .filter(line -> line.group(1).equals(kind))
        .map((MatchResult line) -> line.group(2));
  }

  private static String[] words(String line, int number) {
    String[] words = line.split(" +", number);
    if (words.length < number) {
      throw new IllegalArgumentException("too short: " + line);
    }
    return words;
  }

  private static Configuration configuration(String line) {
    List<String> words = new ArrayList<>(List.of(line.split(" +")));
    String name = words.remove(0);
    List<String> definitions =
        words.stream().takeWhile(word -> DEFINITION.matcher(word).matches()).toList();
    String said = words.stream().skip(definitions.size()).collect(Collectors.joining(" "));
    return new Configuration(name, definitions, said);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without its ending. */
  String name() {
    return String.valueOf(file.getFileName()).replace(".pml", "");
  }

  Configuration configuration(Variant variant) {
    return configurations.stream()
        .filter(one -> one.name().equals(variant.configuration()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no configuration for " + variant));
  }

  /** Whether a statement bears the name. */
  boolean reaches(String name) {
    return text.contains("reach(" + name + ")") || text.contains("count(" + name + ")");
  }
}
