package dev.primacy.servers;

import dev.primacy.core.gate.SystemClocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened on this node, one line for each thing, in a file that outlives application and
 * server. The time is the monotonic clock, which on Linux all processes of a machine share.
 */
@ApplicationScoped
public class Journal {
  /** The system property that names the file. */
  public static final String FILE = "servers.journal";

  /** Made by the container. */
  public Journal() {}

  /**
   * Writes a line before it returns.
   *
   * @param kind what kind of thing it is
   * @param words more about it, none with a blank inside
   */
  public void write(String kind, Object... words) {
    String line =
        Stream.concat(Stream.of(SystemClocks.INSTANCE.nanos(), kind), Arrays.stream(words))
            .map(String::valueOf)
            .collect(Collectors.joining(" ", "", "\n"));
    try {
      // one write to the end of the file: lines of several threads do not mix
      Files.writeString(
          Path.of(System.getProperty(FILE)),
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
