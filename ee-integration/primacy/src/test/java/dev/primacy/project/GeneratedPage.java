package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    assertThat(page).as("%s is stale; 'mvn verify -Ddocs.write' writes it anew", name).exists();
    assertThat(Project.read(page))
        .as("%s is stale; 'mvn verify -Ddocs.write' writes it anew", name)
        .isEqualTo(content);
  }

  /** A cell of a table. */
  static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", "<br>");
  }

  private static void write(Path page, String content) {
    try {
      Files.createDirectories(page.getParent());
      Files.writeString(page, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
