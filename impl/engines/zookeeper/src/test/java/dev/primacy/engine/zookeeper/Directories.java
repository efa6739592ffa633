package dev.primacy.engine.zookeeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Data directories below the build's own, since temporary ones are warned of. */
final class Directories {

  private Directories() {}

  static Path fresh() throws IOException {
    Path parent = Files.createDirectories(Path.of("target", "zookeeper").toAbsolutePath());
    return Files.createTempDirectory(parent, "data");
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
