package dev.primacy.engine.tck;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What is there now and was not before. */
final class Leaks {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();
  private final int socketsBefore = countSockets();

  private Leaks() throws IOException {}

  static Leaks sinceNow() throws IOException {
    return new Leaks();
  }

  /** The suite's own threads are left out, and those that the test framework needs. */
  List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> !name.startsWith(Threads.PREFIX) && !name.startsWith("surefire"))
        .toList();
  }

  /** How many sockets more are open; zero where the system does not tell. */
  int sockets() throws IOException {
    return countSockets() - socketsBefore;
  }

  private static int countSockets() throws IOException {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return 0;
    }
    int count = 0;
    try (DirectoryStream<Path> open = Files.newDirectoryStream(DESCRIPTORS)) {
      for (Path one : open) {
        count += isSocket(one) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }
}
