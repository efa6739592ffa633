package dev.primacy.servers.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where servers were unpacked, and what nodes copy from there. */
final class Home {
  private Home() {}

  /** What has one directory for each server. */
  static Path all() {
    return Path.of(System.getProperty("servers.homes"));
  }

  /** The directory of a server that has this file. */
  static Path of(String server, String file) {
    Path unpacked = all().resolve(server);
    try (Stream<Path> found = Files.list(unpacked)) {
      return found
          .filter(path -> Files.exists(path.resolve(file)))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no " + file + " below " + unpacked));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a directory with all in it. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  /** Replaces a text that has to be there. */
  static String replace(String in, String what, String by) {
    if (!in.contains(what)) {
      throw new IllegalStateException("not found: " + what);
    }
    return in.replace(what, by);
  }
}
