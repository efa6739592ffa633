package dev.primacy.demo.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ends servers whose launcher was killed. A light node reads its standard input and notices by
 * itself; an application server does not, so this small process does it for all of them.
 */
public final class OrphanWatch {
  private OrphanWatch() {}

  /**
   * Waits for the end of standard input, then asks the processes to stop.
   *
   * @param pids process ids
   * @throws IOException if standard input cannot be read
   */
  public static void main(String[] pids) throws IOException {
    List<ProcessHandle> watched =
        Stream.of(pids)
            .map(Long::valueOf)
            .map(ProcessHandle::of)
            .flatMap(found -> found.stream())
            .toList();
    System.in.transferTo(OutputStream.nullOutputStream());
    watched.forEach(ProcessHandle::destroy); // a handle knows its process's start: no id is reused
  }

  /** Starts it for these nodes; it ends by itself when this process does. */
  static Process over(List<RunningNode> nodes) {
    Stream<String> command =
        Stream.of(
            Plans.java(),
            "-Xmx16m",
            "-XX:+UseSerialGC",
            "-cp",
            here(),
            OrphanWatch.class.getName());
    Stream<String> pids = nodes.stream().map(node -> Long.toString(node.handle().pid()));
    try {
      return new ProcessBuilder(Stream.concat(command, pids).toList())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
