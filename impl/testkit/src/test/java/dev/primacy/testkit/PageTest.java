package dev.primacy.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every block of Java on the page is a class that is compiled, and run if it is a test. */
class PageTest {
  private static final Path PAGE = Path.of("src/docs/testkit.md");
  private static final Path EXAMPLES = Path.of("src/test/java/dev/primacy/testkit/example");
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- example: (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void each_example_is_the_source_that_is_run() throws IOException {
    String page = Files.readString(PAGE);
    Matcher examples = EXAMPLE.matcher(page);
    StringBuilder written = new StringBuilder();
    int count = 0;
    while (examples.find()) {
      count++;
      String source = source(examples.group(1));
      examples.appendReplacement(
          written,
          Matcher.quoteReplacement(
              "<!-- example: " + examples.group(1) + " -->\n```java\n" + source + "```"));
    }
    examples.appendTail(written);
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, written);
    }
    assertThat(count).isPositive().isEqualTo(page.split("```java", -1).length - 1);
    assertThat(Files.readString(PAGE))
        .as("-Ddocs.write writes it anew")
        .isEqualTo(written.toString());
  }

  private static String source(String example) throws IOException {
    return Files.readString(EXAMPLES.resolve(example + ".java"))
        .replaceFirst("^package [^\n]*\n\n", "");
  }

  @Test
  void the_first_test_of_the_page_has_at_most_30_lines() throws IOException {
    List<String> lines = Files.readAllLines(EXAMPLES.resolve("LedgerTest.java"));
    assertThat(
            lines.stream().filter(line -> !line.startsWith("package")).collect(Collectors.toList()))
        .hasSizeLessThanOrEqualTo(30);
  }
}
