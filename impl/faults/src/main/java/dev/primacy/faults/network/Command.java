package dev.primacy.faults.network;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Programs of the system, each run to its end. */
public final class Command {
  /** Where they are, also for those whose path does not say so. */
  private static final List<String> PLACES =
      List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin");

  private Command() {}

  /**
   * Runs one.
   *
   * @return what it printed
   * @throws IllegalStateException if it fails
   */
  public static String run(String... words) {
    try {
      Process process = prepared(List.of(words)).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", words) + ": " + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(String.join(" ", words) + " was interrupted", e);
    }
  }

  /** A process to be started by the caller. */
  public static ProcessBuilder prepared(List<String> words) {
    ProcessBuilder process = new ProcessBuilder(words);
    Map<String, String> environment = process.environment();
    String path = environment.getOrDefault("PATH", "");
    environment.put("PATH", path + File.pathSeparator + String.join(File.pathSeparator, PLACES));
    return process;
  }

  /** Whether a program is there. */
  public static boolean exists(String name) {
    Stream<String> places =
        Stream.concat(
            PLACES.stream(),
            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)));
    return places.anyMatch(place -> new File(place, name).canExecute());
  }
}
