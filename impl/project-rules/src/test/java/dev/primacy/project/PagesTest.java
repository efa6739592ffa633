package dev.primacy.project;

import static java.util.regex.Pattern.MULTILINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages point at is there. */
class PagesTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern PROFILE = Pattern.compile("mvn [^`\\n]*-P([\\w-]+)");

  /** Code of a page that is a class of the tests; the comment names the file beside the page. */
  private static final Pattern CODE =
      Pattern.compile("<!-- the code of (\\S+) -->\\s*```java\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern BEFORE_TYPE = Pattern.compile("(?s).*^import [^;]+;$", MULTILINE);

  private static final List<Path> PAGES =
      Project.textFiles().stream().filter(file -> file.toString().endsWith(".md")).toList();

  @Test
  void the_pages_are_found() {
    assertThat(PAGES)
        .extracting(Project::name)
        .contains("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md");
  }

  @Test
  void every_relative_link_leads_somewhere() {
    List<String> broken = new ArrayList<>();
    for (Path page : PAGES) {
      all(LINK, Project.read(page))
          .filter(target -> !target.contains("://") && !target.startsWith("mailto:"))
          .filter(target -> !leadsSomewhere(page, target))
          .forEach(target -> broken.add(Project.name(page) + " -> " + target));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void every_page_is_found_from_the_readme() {
    Set<Path> found = new LinkedHashSet<>();
    Deque<Path> next = new ArrayDeque<>(List.of(Project.ROOT.resolve("README.md")));
    while (!next.isEmpty()) {
      Path page = next.remove();
      if (PAGES.contains(page) && found.add(page)) {
        all(LINK, Project.read(page))
            .map(target -> target.replaceFirst("#.*", ""))
            .filter(target -> target.endsWith(".md") && !target.contains("://"))
            .forEach(target -> next.add(page.resolveSibling(target).normalize()));
      }
    }
    assertThat(PAGES).filteredOn(page -> !found.contains(page)).extracting(Project::name).isEmpty();
  }

  @Test
  void code_that_is_said_to_be_of_a_test_stands_there_word_for_word() {
    List<String> checked = new ArrayList<>();
    for (Path page : PAGES) {
      CODE.matcher(Project.read(page))
          .results()
          .forEach(
              code -> {
                Path source = page.resolveSibling(code.group(1)).normalize();
                assertThat(source).exists();
                String type = BEFORE_TYPE.matcher(Project.read(source)).replaceFirst("");
                assertThat(code.group(2).strip())
                    .as("the code in " + Project.name(page) + " of " + Project.name(source))
                    .isEqualTo(type.strip());
                checked.add(source.getFileName().toString());
              });
    }
    assertThat(checked).contains("RoutingTable.java");
  }

  @Test
  void every_command_names_a_profile_there_is() {
    String pom = Project.read(Project.ROOT.resolve("pom.xml"));
    assertThat(PAGES)
        .flatMap(page -> all(PROFILE, Project.read(page)).toList())
        .isNotEmpty()
        .filteredOn(profile -> !pom.contains("<id>" + profile + "</id>"))
        .as("profiles that pages name and the pom does not have")
        .isEmpty();
  }

  @Test
  void the_first_screen_of_the_readme_says_what_matters() {
    List<String> first = Project.read(Project.ROOT.resolve("README.md")).lines().limit(40).toList();
    assertThat(String.join("\n", first))
        .contains("```java", "@Observes", "@PrimaryOnly", "**Guard.**", "**Fence.**")
        .contains("**Not promised:**", "<artifactId>primacy</artifactId>", "mvn -Pdemo");
  }

  @Test
  void the_example_of_the_readme_is_short() {
    assertThat(CodeBlock.of("README.md", Project.read(Project.ROOT.resolve("README.md"))))
        .filteredOn(block -> block.language().equals("java"))
        .first()
        .satisfies(block -> assertThat(block.text().lines()).hasSizeLessThanOrEqualTo(12));
  }

  private static boolean leadsSomewhere(Path page, String target) {
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    Path file = path.isEmpty() ? page : page.resolveSibling(path).normalize();
    return Files.exists(file) && (hash < 0 || hasHeading(file, target.substring(hash + 1)));
  }

  private static boolean hasHeading(Path file, String anchor) {
    return Project.read(file)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+\\s*", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .anyMatch(anchor::equals);
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }
}
