package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A {@link LoneApplication} as seen by whoever started it. */
final class LoneProcess implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<String> rest = new CopyOnWriteArrayList<>();
  private final Thread listener;

  private LoneProcess(Process process) {
    this.process = process;
    listener = new Thread(this::listen, "output of " + process.pid());
    listener.setDaemon(true);
    listener.start();
  }

  /**
   * Starts one.
   *
   * @param container whether the container stops itself when the JVM ends, if it ever does
   * @param primacy whether Primacy hands over then
   */
  static LoneProcess started(boolean container, boolean primacy, String end) throws IOException {
    String path = System.getProperty("java.class.path");
    return new LoneProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.jboss.weld.se.shutdownHook=" + container,
                "-Dprimacy.shutdown-hook=" + primacy,
                "-Dprimacy.group=ledger",
                "-Dprimacy.engine=memory",
                "-Dprimacy.lease=500ms",
                "-cp",
                System.getProperty("surefire.test.class.path", path),
                LoneApplication.class.getName(),
                end)
            .redirectErrorStream(true)
            .start());
  }

  private void listen() {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        boolean said = line.startsWith("> ");
        (said ? lines : rest).add(said ? line.substring(2) : line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitLine(String line) {
    await().atMost(LONG).untilAsserted(() -> assertThat(lines).as("%s", rest).contains(line));
  }

  /** What the application said. */
  List<String> lines() {
    return lines;
  }

  /** SIGTERM. */
  void terminate() {
    process.toHandle().destroy(); // Process.destroy would end its output as well
  }

  /** The exit code, once all that was said is heard. */
  int ended() throws InterruptedException {
    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).as("%s", rest).isTrue();
    listener.join(LONG.toMillis());
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
