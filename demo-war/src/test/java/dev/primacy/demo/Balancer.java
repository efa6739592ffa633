package dev.primacy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A balancer of Debian's, run with the configuration that is shipped, on other ports. */
final class Balancer implements AutoCloseable {
  private static final String LISTENS = "127.0.0.1:8000";
  private static final List<String> NODES =
      List.of("127.0.0.1:8080", "127.0.0.1:8180", "127.0.0.1:8280");

  private final String address;
  private final Path log;
  private final Process process;

  private Balancer(String address, Path log, Process process) {
    this.address = address;
    this.log = log;
    this.process = process;
  }

  static Balancer haproxy(Path program, Path work, List<String> nodes) {
    return start(work, "haproxy.cfg", nodes, List.of(program.toString(), "-db", "-f"));
  }

  static Balancer nginx(Path program, Path work, List<String> nodes) {
    String one = "daemon off; master_process off;"; // one process, which ends with one signal
    List<String> command =
        List.of(program.toString(), "-p", work.toAbsolutePath().toString(), "-g", one, "-c");
    return start(work, "nginx.conf", nodes, command);
  }

  private static Balancer start(Path work, String name, List<String> nodes, List<String> command) {
    String address = "127.0.0.1:" + FreePorts.range(0);
    Path log = work.resolve(name + ".log");
    try {
      Files.createDirectories(work);
      Path file = work.resolve(name).toAbsolutePath();
      Files.writeString(file, moved(shipped(name), address, nodes));
      List<String> words = new ArrayList<>(command);
      words.add(file.toString());
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new Balancer(address, log, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shipped(String name) throws IOException {
    return Files.readString(Path.of("src", "balancers", name));
  }

  /** The shipped configuration with each of its addresses replaced, and nothing else. */
  private static String moved(String shipped, String address, List<String> nodes) {
    String moved = shipped;
    Map<String, String> places =
        Map.of(
            LISTENS,
            address,
            NODES.get(0),
            nodes.get(0),
            NODES.get(1),
            nodes.get(1),
            NODES.get(2),
            nodes.get(2));
    for (Map.Entry<String, String> place : places.entrySet()) {
      assertThat(moved).contains(place.getKey());
      moved = moved.replace(place.getKey(), place.getValue());
    }
    return moved;
  }

  /** Where it answers. */
  String address() {
    return address;
  }

  /** Whether it takes connections; fails if it has ended. */
  boolean isListening() {
    assertThat(process.isAlive()).as("the balancer runs: %s", output()).isTrue();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** What a node says to a read that came through the balancer. */
  String read(String path) {
    try (InputStream answer = URI.create("http://" + address + path).toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // no node, for now
    }
  }

  private int port() {
    return Integer.parseInt(address.substring(address.indexOf(':') + 1));
  }

  private String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
