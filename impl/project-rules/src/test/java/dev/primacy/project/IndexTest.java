package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The indexes of our jars are of the format that all containers read without a word but Quarkus,
 * which makes its own and says so.
 */
class IndexTest {
  private static final int MAGIC = 0xBABE1F15;
  private static final int FORMAT = 10;

  static Stream<Path> modules() throws IOException {
    try (Stream<Path> poms = Files.walk(Project.ROOT, 4)) {
      return poms
          .filter(path -> path.endsWith(Path.of("src", "main")))
          .map(main -> main.getParent().getParent())
          .filter(IndexTest::isIndexed)
          .sorted()
          .toList()
          .stream();
    }
  }

  private static boolean isIndexed(Path module) {
    return Project.read(module.resolve("pom.xml")).contains("jandex-maven-plugin");
  }

  @Test
  void modules_are_seen() throws IOException {
    assertThat(modules().map(module -> Project.ROOT.relativize(module).toString()))
        .contains("impl/cdi", "ee-integration/schedule", "ee-integration/admin");
  }

  @ParameterizedTest
  @MethodSource("modules")
  void an_index_has_the_format_of_all(Path module) throws IOException {
    Path index = module.resolve("target/classes/META-INF/jandex.idx");
    assertThat(index).exists();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(index))) {
      assertThat(in.readInt()).as("the first word of %s", index).isEqualTo(MAGIC);
      assertThat(in.readUnsignedByte()).as("the format of %s", index).isEqualTo(FORMAT);
    }
  }
}
