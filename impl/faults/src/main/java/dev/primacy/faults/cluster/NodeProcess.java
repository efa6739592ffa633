package dev.primacy.faults.cluster;

import dev.primacy.faults.network.Network;
import dev.primacy.faults.network.Plane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One start of one node, in its namespace. */
public final class NodeProcess {
  private static final int HTTP = 8080;
  private static final Duration END = Duration.ofSeconds(30);

  private final int number;
  private final String name;
  private final Process process;
  private @Nullable Process brake; // the suite's own thread

  private NodeProcess(int number, String name, Process process) {
    this.number = number;
    this.name = name;
    this.process = process;
  }

  /** Starts a node of the one-command run, with the probes beside it. */
  static NodeProcess start(
      int number,
      int start,
      Network network,
      Build build,
      Places places,
      Store store,
      Map<String, String> more)
      throws IOException {
    String name = "n" + number + "." + start;
    Path log = places.directory("logs").resolve("n" + number + ".log");
    Map<String, String> settings = new TreeMap<>(store.settings(number));
    settings.putAll(own(number));
    settings.put("faults.process", name);
    settings.put("faults.journal", journal(places, name).toString());
    settings.putAll(more);
    List<String> command = new ArrayList<>(java(build, store));
    command.addAll(List.of("--name", "n" + number, "--bind", Plane.SERVICE.address(number)));
    command.addAll(List.of("--http", Integer.toString(HTTP), "--stop-on-eof"));
    command.addAll(List.of("--data", places.directory("nodes").toString()));
    settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    return new NodeProcess(number, name, started(network.inNode(number, command), log));
  }

  private static Map<String, String> own(int number) {
    return Map.of(
        "primacy.group", "demo",
        "primacy.node.name", "n" + number,
        "primacy.node.url", address(number) + "/");
  }

  private static Process started(ProcessBuilder node, Path log) throws IOException {
    return node.redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static List<String> java(Build build, Store store) {
    return List.of(
        Places.java(),
        "-Xmx192m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Djava.net.preferIPv4Stack=true",
        "-cp",
        build.nodeClassPath(store.libraries()),
        "dev.primacy.demo.node.LightNode");
  }

  /** Where it writes what it sees. */
  static Path journal(Places places, String name) {
    return places.directory("history").resolve(name);
  }

  /** Where a node answers. */
  public static String address(int number) {
    return "http://" + Plane.SERVICE.address(number) + ":" + HTTP;
  }

  /** The node's number, from 1. */
  public int number() {
    return number;
  }

  /** The node's name and which start of it this is. */
  public String name() {
    return name;
  }

  /** Whether it has not ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL. */
  public void kill() {
    release();
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /** SIGTERM. */
  public void terminate() {
    process.toHandle().destroy(); // Process.destroy would end its standard input as well
  }

  /** Waits for its end, and kills it if that takes too long. */
  public boolean awaitEnd() throws InterruptedException {
    boolean ended = process.waitFor(END.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      kill();
    }
    return ended;
  }

  /** SIGSTOP. */
  public void pause() {
    Signal.send("STOP", process.toHandle());
  }

  /** SIGCONT. */
  public void resume() {
    Signal.send("CONT", process.toHandle());
  }

  /** Lets it run for so many milliseconds of each tenth of a second only. */
  public void slow(int millis) throws IOException {
    brake = Brake.on(process.pid(), millis);
  }

  /** Lets it run again. */
  public void release() {
    if (brake != null) {
      Brake.off(brake);
      brake = null;
    }
  }
}
