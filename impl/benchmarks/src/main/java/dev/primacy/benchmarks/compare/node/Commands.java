package dev.primacy.benchmarks.compare.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a contender's process is told on its standard input, a line each. */
final class Commands implements Runnable {
  private final Voice voice;
  private final RequestCount count;
  private final Watch watch;

  Commands(Voice voice, RequestCount count, Watch watch) {
    this.voice = voice;
    this.count = count;
    this.watch = watch;
  }

  /** Obeys until nobody listens any more; then there is nobody to hand over for. */
  @Override
  public void run() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        obey(line.split(" "));
      }
    } catch (IOException gone) {
      gone.printStackTrace(System.err);
    }
    Runtime.getRuntime().halt(1);
  }

  private void obey(String[] words) {
    switch (words[0]) {
      case "count" -> voice.say("count", count.requests());
      case "work" -> {
        Duration time = Duration.ofMillis(Long.parseLong(words[1]));
        new Thread(() -> watch.work(time), "work").start();
      }
      default -> throw new IllegalArgumentException(words[0]);
    }
  }
}
