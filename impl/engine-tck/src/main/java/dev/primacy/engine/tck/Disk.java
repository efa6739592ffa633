package dev.primacy.engine.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The disk as a process finds it: full, when the system lets it write to files no more. That is a
 * limit of the process (RLIMIT_FSIZE), so it needs neither a small file system nor the rights to
 * mount one; a write fails as it does on a full disk, with another error's name. Linux only.
 *
 * @since 0.1
 */
public final class Disk {
  private static final String TOOL = "prlimit";

  private Disk() {}

  /**
   * Why no disk can be filled on this machine, for {@link StoreService#cannot}.
   *
   * @return a sentence; empty if one can
   */
  public static Optional<String> whyNot() {
    boolean found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, TOOL)));
    return found
        ? Optional.empty()
        : Optional.of("There is no " + TOOL + " on the PATH (util-linux), which fills disks.");
  }

  /**
   * From now on every write of a process to a file fails.
   *
   * @param process one that neither ends nor dumps its memory at the signal this sends it, SIGXFSZ;
   *     a JVM does not
   * @throws IOException if the limit was not set
   * @throws InterruptedException if interrupted while setting it
   */
  public static void fill(long process) throws IOException, InterruptedException {
    limit(process, "0");
  }

  /**
   * Its writes succeed again.
   *
   * @param process one that may have ended since
   * @throws IOException if the limit was not taken back
   * @throws InterruptedException if interrupted while taking it back
   */
  public static void free(long process) throws IOException, InterruptedException {
    if (ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent()) {
      limit(process, "unlimited");
    }
  }

  private static void limit(long process, String size) throws IOException, InterruptedException {
    Process tool =
        new ProcessBuilder(TOOL, "--pid", Long.toString(process), "--fsize=" + size + ":")
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), UTF_8);
    if (tool.waitFor() != 0) {
      throw new IOException(said);
    }
  }
}
