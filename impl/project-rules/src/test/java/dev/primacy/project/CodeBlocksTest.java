package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a fence on a page is what a reader copies: it has to work. */
class CodeBlocksTest {
  private static final List<CodeBlock> ALL = CodeBlock.all();

  /** {@code console} is a command with its answer, {@code text} what another program reads. */
  private static final Set<String> LANGUAGES =
      Set.of("java", "properties", "xml", "json", "sql", "sh", "console", "text");

  /** Code against a library that cannot be had here. */
  private static final int FRAGMENTS = 2;

  @TempDir Path out;

  @Test
  void the_blocks_of_all_pages_are_found() {
    assertThat(ALL).hasSizeGreaterThan(80);
    assertThat(ALL).extracting(CodeBlock::language).contains("java", "properties", "xml", "sh");
  }

  @Test
  void a_block_says_what_it_is() {
    assertThat(ALL)
        .filteredOn(block -> !LANGUAGES.contains(block.language()))
        .extracting(block -> block.at() + " ```" + block.info())
        .isEmpty();
  }

  @Test
  void java_compiles() {
    assertThat(
            of("java")
                .filter(block -> !block.isOfATest() && block.fragment().isEmpty())
                .flatMap(block -> errors(block, Javac.errors(JavaBlock.unit(block), out))))
        .isEmpty();
  }

  @Test
  void java_that_is_not_compiled_is_rare_and_says_why() {
    assertThat(of("java").filter(block -> block.fragment().isPresent()))
        .hasSizeLessThanOrEqualTo(FRAGMENTS)
        .allMatch(block -> block.fragment().orElseThrow().length() > 20);
  }

  @Test
  void settings_are_known() {
    assertThat(of("properties").flatMap(block -> errors(block, SettingNames.unknown(block.text()))))
        .isEmpty();
  }

  @Test
  void xml_is_well_formed_and_names_artifacts_there_are() {
    assertThat(of("xml").flatMap(block -> errors(block, XmlBlock.problems(block.text()))))
        .isEmpty();
  }

  @Test
  void json_can_be_read() {
    assertThat(of("json").flatMap(block -> errors(block, JsonBlock.problems(block.text()))))
        .isEmpty();
  }

  @Test
  void sql_is_executed() {
    assertThat(of("sql").flatMap(block -> errors(block, SqlBlock.problems(block.text()))))
        .isEmpty();
  }

  @Test
  void shell_can_be_parsed_and_names_files_there_are() {
    assertThat(of("sh").flatMap(block -> errors(block, ShellBlock.problems(block.text()))))
        .isEmpty();
  }

  private static Stream<CodeBlock> of(String language) {
    return ALL.stream().filter(block -> block.language().equals(language));
  }

  private static Stream<String> errors(CodeBlock block, List<String> problems) {
    return problems.stream().map(problem -> block.at() + ": " + problem);
  }
}
