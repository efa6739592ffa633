package dev.primacy.demo.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeHomeTest {
  @TempDir Path data;

  private static NodeOptions node(Path where) {
    return new NodeOptions("n1", "127.0.0.1", 1, Optional.empty(), where, Map.of(), false);
  }

  @Test
  void a_directory_is_made_and_held() {
    assertThat(NodeHome.claim(node(data.resolve("new"))).isHeld()).isTrue();
    assertThat(data.resolve("new/n1")).isDirectory();
  }

  @Test
  void a_directory_that_cannot_be_made_is_named() throws IOException {
    Path file = Files.createFile(data.resolve("file"));
    assertThatThrownBy(() -> NodeHome.claim(node(file)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("PRIMACY-4011: --data " + file);
  }
}
