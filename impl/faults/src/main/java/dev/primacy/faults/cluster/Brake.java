package dev.primacy.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A process that stops and wakes another one ten times a second, as an overloaded machine would. A
 * shell, because it sends signals without starting a program for each; it ends with its input, and
 * wakes the other one first.
 */
final class Brake {
  private static final String SCRIPT =
      """
      p=$1
      while :; do
        kill -STOP $p || break
        read -t $2 x; [ $? -gt 128 ] || break
        kill -CONT $p
        read -t $3 x; [ $? -gt 128 ] || break
      done
      kill -CONT $p
      """;

  private Brake() {}

  static Process on(long pid, int millis) throws IOException {
    return new ProcessBuilder(
            List.of(
                "bash",
                "-c",
                SCRIPT,
                "brake",
                Long.toString(pid),
                seconds(100 - millis),
                seconds(millis)))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String seconds(int millis) {
    return "0.%03d".formatted(millis);
  }

  static void off(Process brake) {
    try {
      brake.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    brake.onExit().join();
  }
}
