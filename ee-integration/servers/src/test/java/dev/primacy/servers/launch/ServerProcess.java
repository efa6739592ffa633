package dev.primacy.servers.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One start of a server, known by its process. */
final class ServerProcess {
  private static final Pattern THREAD = Pattern.compile("(?m)^\"([^\"]+)\"");
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final Process process;

  private ServerProcess(Process process) {
    this.process = process;
  }

  /** Starts it; it ends with this JVM, however that ends. */
  static ServerProcess start(ProcessBuilder command, Path log) throws IOException {
    Process process =
        command
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    OrphanWatch.over(process);
    return new ServerProcess(process);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGTERM. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** SIGKILL, and waits for its end. */
  void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /** SIGSTOP. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** SIGCONT. */
  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    output(List.of("kill", "-" + name, Long.toString(process.pid())));
  }

  /** Whether it ended within the time. */
  boolean ends(Duration within) throws InterruptedException {
    return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The names of its threads now, those that the JVM makes for itself included. */
  List<String> threads(String jcmd) throws IOException, InterruptedException {
    String dump = output(List.of(jcmd, Long.toString(process.pid()), "Thread.print"));
    return THREAD.matcher(dump).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static String output(List<String> command) throws IOException, InterruptedException {
    Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!run.waitFor(ANSWER.toSeconds(), TimeUnit.SECONDS) || run.exitValue() != 0) {
      throw new IOException(command + " failed: " + text);
    }
    return text;
  }
}
