package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A page that is written from the code. A test compares it; with {@code -Ddocs.write} the test
 * writes it first.
 */
final class GeneratedPage {
  private GeneratedPage() {}

  static void mustBe(String name, String content) {
    Path page = Project.ROOT.resolve(name);
    if (Boolean.getBoolean("docs.write")) {
      write(page, content);
    }
    assertThat(page).exists();
    assertThat(firstDifference(Project.read(page), content))
        .as("%s is stale; 'mvn verify -Ddocs.write' writes it anew", name)
        .isEmpty();
  }

  /** The first line that differs, rather than two whole pages. */
  private static Optional<String> firstDifference(String is, String mustBe) {
    List<String> expected = mustBe.lines().toList();
    List<String> lines = is.lines().toList();
    return IntStream.range(0, Math.max(lines.size(), expected.size()))
        .filter(i -> !line(lines, i).equals(line(expected, i)))
        .mapToObj(i -> "line " + (i + 1) + ": " + line(lines, i) + " -> " + line(expected, i))
        .findFirst();
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "";
  }

  /** A cell of a table. */
  static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", "<br>");
  }

  static void write(Path page, String content) {
    try {
      Files.createDirectories(page.getParent());
      Files.writeString(page, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
