package dev.primacy.benchmarks.compare.cohort;

import dev.primacy.benchmarks.Fork;
import dev.primacy.benchmarks.compare.node.ContenderProcess;
import dev.primacy.benchmarks.compare.node.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One start of a contender's process. It ends when its input does, so with this process. */
public final class Member {
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final int number;
  private final Chronicle chronicle;
  private final Process process;
  private final Thread listener;
  private volatile boolean leading;
  private volatile boolean settled;

  private Member(int number, Chronicle chronicle, Process process) {
    this.number = number;
    this.chronicle = chronicle;
    this.process = process;
    this.listener = new Thread(this::listen, "listener-" + process.pid());
    listener.setDaemon(true);
  }

  /**
   * Starts one; what it complains of goes to the end of a log.
   *
   * @param environment what its environment has besides that of this process
   */
  static Member start(
      int number, Place place, Map<String, String> environment, Chronicle chronicle, Path log)
      throws IOException {
    ProcessBuilder process =
        new Fork()
            .option("-Xmx192m")
            .option("-XX:+UseSerialGC")
            .option("-XX:TieredStopAtLevel=1")
            .option("-Dzookeeper.admin.enableServer=false")
            .prepared(ContenderProcess.class, place.arguments())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process.environment().putAll(environment);
    Member member = new Member(number, chronicle, process.start());
    member.listener.start();
    return member;
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line);
      }
    } catch (IOException | UncheckedIOException gone) {
      // with its last words
      Thread.currentThread().setName("listener-ended");
    }
    leading = false;
    chronicle.somethingHappened();
  }

  /** Libraries print too. */
  private void hear(String line) {
    String[] words = line.split(" ");
    if (words.length != 2 || !words[1].matches("-?\\d+")) {
      return;
    }
    switch (words[0]) {
      case "leads" -> leading = true;
      case "follows" -> leading = false;
      case "settled" -> settled = true;
      default -> {}
    }
    chronicle.add(new Said(this, words[0], Long.parseLong(words[1])));
  }

  /** Its number in the cohort, which its successor at that place has too. */
  public int number() {
    return number;
  }

  public boolean isLeading() {
    return leading;
  }

  /** Whether it leads or knows who does. */
  public boolean isSettled() {
    return settled;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL. */
  public void kill() {
    process.toHandle().destroyForcibly();
  }

  /** SIGTERM. */
  public void terminate() {
    process.toHandle().destroy(); // Process.destroy would also close its output, unread
  }

  /** SIGSTOP: it does nothing any more and does not know it. */
  public void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** SIGCONT. */
  public void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (!kill.waitFor(ANSWER.toMillis(), TimeUnit.MILLISECONDS) || kill.exitValue() != 0) {
      kill.destroyForcibly();
      throw new IOException("SIG" + name + " was not sent to " + process.pid());
    }
  }

  /** Tells it a line. */
  public void tell(String command) throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).append(command).append('\n').flush();
  }

  /** Waits until it is gone and all it said was heard; kills it if that takes too long. */
  public void awaitEnd(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
      process.waitFor();
    }
    listener.join(patience.toMillis());
  }

  /** How many requests it made so far, by its own count. */
  public long count() throws IOException, InterruptedException, TimeoutException {
    int mark = chronicle.mark();
    tell("count");
    return chronicle
        .await(mark, said -> said.by() == this && said.word().equals("count"), "a count", ANSWER)
        .number();
  }
}
