package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What may stand in no file at all. */
class FilesTest {
  private static final Pattern MACHINE =
      Pattern.compile("(^|[\\s\"'=(`])/(home|root|Users|work|workspace|builds)/");
  private static final Pattern REGISTRY =
      Pattern.compile("https?://[\\w.-]*(nexus|artifactory|registry|mirror|repo1?)[\\w.-]*/");

  @Test
  void the_rules_see_poms_pages_and_sources() {
    assertThat(Project.textFiles())
        .extracting(Project::name)
        .contains(
            "pom.xml", "api/pom.xml", ".ci/run", "api/src/main/java/dev/primacy/NodeRole.java");
  }

  @Test
  void no_file_knows_the_machine_it_was_written_on() {
    assertThat(linesWith(MACHINE)).isEmpty();
  }

  @Test
  void no_file_says_where_libraries_come_from() {
    assertThat(linesWith(REGISTRY)).isEmpty();
  }

  @Test
  void no_page_promises_what_nothing_can_keep() {
    assertThat(linesWith(Pattern.compile("(?i)split-?brain[ -]proof"))).isEmpty();
  }

  private static List<String> linesWith(Pattern pattern) {
    List<String> found = new ArrayList<>();
    for (Path file : Project.textFiles()) {
      Project.read(file)
          .lines()
          .filter(line -> pattern.matcher(line).find())
          .forEach(line -> found.add(Project.name(file) + ": " + line.strip()));
    }
    return found;
  }
}
