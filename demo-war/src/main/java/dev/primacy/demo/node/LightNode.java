package dev.primacy.demo.node;

import dev.primacy.demo.DemoMessages;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One node of the demo, in the foreground.
 *
 * @since 0.1
 */
public final class LightNode {
  private static final int MISUSED = 2;
  private static final int FAILED = 1;

  private LightNode() {}

  /**
   * Runs the node until the process is told to stop.
   *
   * @param words the command line; {@code --help} explains it
   */
  public static void main(String[] words) {
    System.setProperty("java.util.logging.manager", NodeLogManager.class.getName());
    try {
      CommandLine line = CommandLine.parse(List.of(words));
      if (line.has(Flag.HELP)) {
        say(System.out, Usage.text());
        return;
      }
      run(NodeOptions.of(line));
    } catch (UsageException e) {
      fail(String.valueOf(e.getMessage()), MISUSED);
    }
  }

  private static void run(NodeOptions options) {
    Node node = new Node(options);
    try {
      node.start();
    } catch (NodeStartException e) {
      fail(String.valueOf(e.getMessage()), FAILED);
    }
    Thread stopping = new Thread(() -> stop(node, options.name()), "stop");
    Runtime.getRuntime().addShutdownHook(stopping);
    if (options.stopOnEof()) {
      exitAtEndOfInput();
    }
  }

  /** Bounded, whatever hangs: the process is gone in time, and what it held ends with its lease. */
  private static void stop(Node node, String name) {
    Thread work = new Thread(node::stop, "stop-" + name);
    work.setDaemon(true);
    work.start();
    try {
      work.join(TimeUnit.SECONDS.toMillis(Node.STOP_WITHIN_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (work.isAlive()) {
      say(System.err, DemoMessages.TEXT.stopTookTooLong(name, Node.STOP_WITHIN_SECONDS));
      Runtime.getRuntime().halt(FAILED);
    }
  }

  /** The launcher holds the other end of the pipe: if it is killed, no node outlives it. */
  private static void exitAtEndOfInput() {
    Thread watch =
        new Thread(
            () -> {
              drain();
              System.exit(0);
            },
            "stdin");
    watch.setDaemon(true);
    watch.start();
  }

  private static void drain() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      return; // as good as its end
    }
  }

  private static void fail(String message, int code) {
    say(System.err, message);
    System.exit(code);
  }

  private static void say(PrintStream out, String text) {
    out.println(text);
    out.flush();
  }
}
