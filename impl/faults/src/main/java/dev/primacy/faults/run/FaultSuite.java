package dev.primacy.faults.run;

import dev.primacy.faults.cluster.Cluster;
import dev.primacy.faults.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The program: makes the network, has the runs done by a process inside its hub, and removes
 * everything again, whatever became of that process.
 */
public final class FaultSuite {
  private static final Duration END = Duration.ofSeconds(10);
  private static final long SELF = ProcessHandle.current().pid();

  private FaultSuite() {}

  /**
   * Runs.
   *
   * @param arguments none; see {@link Options} for the system properties
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Optional<String> missing = Network.missing();
    if (missing.isPresent()) {
      System.out.println("faults: skipped, " + missing.get());
      return;
    }
    Network.sweep();
    Network network = Network.of(SELF);
    Thread cleaning = new Thread(() -> clean(network), "clean");
    Runtime.getRuntime().addShutdownHook(cleaning);
    Parent.endWithIt();
    if (!isMade(network)) {
      System.exit(0);
    }
    int status = network.inHub(command()).inheritIO().start().waitFor();
    System.exit(status);
  }

  /** Root alone is not enough: containers and kernels may refuse parts of it. */
  private static boolean isMade(Network network) {
    try {
      network.make(Cluster.NODES);
      network.rehearse();
      return true;
    } catch (IllegalStateException refused) {
      System.out.println(
          "faults: skipped, the network cannot be made here: " + refused.getMessage());
      return false;
    }
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.net.preferIPv4Stack=true"));
    System.getProperties().stringPropertyNames().stream()
        .filter(key -> key.startsWith(Options.PREFIX))
        .forEach(key -> command.add("-D" + key + "=" + System.getProperty(key)));
    command.add("-D" + Runs.NETWORK + "=" + SELF);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Runs.class.getName()));
    return command;
  }

  /** The process in the hub goes first, so that it starts nothing while we end what it started. */
  private static void clean(Network network) {
    ProcessHandle.current()
        .children()
        .forEach(
            child -> {
              child.destroyForcibly();
              child
                  .onExit()
                  .orTimeout(END.toSeconds(), TimeUnit.SECONDS)
                  .exceptionally(e -> child)
                  .join();
            });
    network.remove();
  }
}
