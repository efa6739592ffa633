package dev.primacy.demo.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/** A node's process. Its standard input stays open for as long as the launcher lives. */
final class RunningNode {
  private static final String MARK = "PRIMACY-";
  private static final long LAST_LINES_MILLIS = 2_000;
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

  private final NodePlan plan;
  private final Process process;
  private final Thread printer;

  private RunningNode(NodePlan plan, Process process) {
    this.plan = plan;
    this.process = process;
    this.printer = new Thread(this::copyOutput, "output-" + plan.name());
  }

  /** Starts it. */
  static RunningNode start(NodePlan plan) {
    ProcessBuilder builder = new ProcessBuilder(plan.command());
    boolean shown = plan.output() == NodePlan.Output.SHOWN;
    if (shown) {
      builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    } else {
      builder.redirectErrorStream(true);
    }
    try {
      RunningNode node = new RunningNode(plan, builder.start());
      if (!shown) {
        node.printMarkedLines();
      }
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server's log has its own time and thread before our mark; both stay. */
  private void printMarkedLines() {
    printer.setDaemon(true);
    printer.start();
  }

  private void copyOutput() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      lines
          .lines()
          .filter(line -> line.contains(MARK))
          .map(line -> COLOUR.matcher(line).replaceAll(""))
          .forEach(line -> System.out.println(plan.name() + " " + line));
    } catch (IOException | UncheckedIOException e) {
      return; // the process is gone, and its last lines with it
    }
  }

  NodePlan plan() {
    return plan;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with the exit code. */
  CompletableFuture<Integer> ended() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Tells the exit code when the process has ended. */
  void onEnd(IntConsumer told) {
    var unused = ended().thenAccept(told::accept); // nothing comes after it
  }

  /** Asks it to stop; a node hands its role over then. */
  void terminate() {
    process.toHandle().destroy(); // Process.destroy would also close its output, unread
  }

  /** Waits, and kills it when it takes too long. */
  void awaitEnd(long seconds) {
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      printer.join(LAST_LINES_MILLIS); // at once if it never ran
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
