package dev.primacy.engine.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where databases keep their files, below the build's own directory. */
final class Directories {

  private Directories() {}

  static Path fresh() throws IOException {
    Path parent = Files.createDirectories(Path.of("target", "databases").toAbsolutePath());
    return Files.createTempDirectory(parent, "db");
  }

  static void delete(Path directory) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(directory)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
