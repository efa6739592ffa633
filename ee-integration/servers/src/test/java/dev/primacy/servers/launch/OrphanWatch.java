package dev.primacy.servers.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small process that ends servers when the one that started them was killed: it reads their
 * process ids, and the end of its standard input is the end of whoever wrote them.
 */
public final class OrphanWatch {
  private static PrintStream watch;

  private OrphanWatch() {}

  /**
   * Watches.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws IOException {
    List<ProcessHandle> watched = new ArrayList<>();
    try (BufferedReader pids =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      for (String pid = pids.readLine(); pid != null; pid = pids.readLine()) {
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(watched::add);
      }
    }
    watched.forEach(ProcessHandle::destroyForcibly); // a handle knows its start: no id is reused
  }

  /** Has a process watched for the rest of this one's life. */
  static synchronized void over(Process process) throws IOException {
    if (watch == null) {
      watch = start();
    }
    watch.println(process.pid());
  }

  private static PrintStream start() throws IOException {
    String java = Jdks.own().resolve("bin/java").toString();
    Process started =
        new ProcessBuilder(
                java, "-Xmx16m", "-XX:+UseSerialGC", "-cp", here(), OrphanWatch.class.getName())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new PrintStream(started.getOutputStream(), true, StandardCharsets.US_ASCII);
  }

  private static String here() {
    try {
      return Path.of(OrphanWatch.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
