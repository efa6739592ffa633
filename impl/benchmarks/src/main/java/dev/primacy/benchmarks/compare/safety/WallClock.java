package dev.primacy.benchmarks.compare.safety;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes the wall clock of a process wrong, and nothing else: a shared library before the C library,
 * which the C compiler of this machine makes.
 */
final class WallClock {
  private static final String SOURCE = "wall-clock.c";
  private static final Duration COMPILATION = Duration.ofSeconds(60);

  private final Path library;

  private WallClock(Path library) {
    this.library = library;
  }

  /**
   * Compiles it.
   *
   * @return empty if there is no compiler
   */
  static Optional<WallClock> build(Path directory) throws IOException, InterruptedException {
    Path library = Files.createDirectories(directory).resolve("libwallclock.so");
    Path source = directory.resolve(SOURCE);
    try (InputStream text = WallClock.class.getResourceAsStream(SOURCE)) {
      Files.copy(Objects.requireNonNull(text, SOURCE), source);
    }
    return isCompiled(source, library) ? Optional.of(new WallClock(library)) : Optional.empty();
  }

  private static boolean isCompiled(Path source, Path library) throws InterruptedException {
    ProcessBuilder compiler =
        new ProcessBuilder(
            "gcc", "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl");
    try {
      Process process = compiler.redirectErrorStream(true).inheritIO().start();
      boolean ended = process.waitFor(COMPILATION.toMillis(), TimeUnit.MILLISECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /** The environment of a process whose wall clock is to be off. */
  Map<String, String> off(Duration by) {
    return Map.of(
        "LD_PRELOAD", library.toString(), "WALL_CLOCK_OFFSET", Long.toString(by.toSeconds()));
  }
}
