package dev.primacy.benchmarks.compare.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where stores keep their files, below the build's own directory. */
final class Directories {
  private Directories() {}

  static Path fresh(Path parent) throws IOException {
    return Files.createTempDirectory(Files.createDirectories(parent), "store");
  }

  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(directory)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
