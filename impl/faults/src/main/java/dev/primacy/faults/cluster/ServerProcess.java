package dev.primacy.faults.cluster;

import dev.primacy.faults.network.Plane;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Java server in a process of its own, in the hub. */
final class ServerProcess {
  private static final Duration START = Duration.ofSeconds(30);
  private static final int CONNECT_MILLIS = 500;

  private final List<String> libraries;
  private final List<String> command;
  private final int port;
  private final Path log;
  private @Nullable Process process; // the suite's own thread

  ServerProcess(List<String> libraries, List<String> command, int port, Path log) {
    this.libraries = libraries;
    this.command = command;
    this.port = port;
    this.log = log;
  }

  void start() throws IOException, InterruptedException {
    String classPath =
        Build.libraries(libraries)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    Stream<String> java =
        Stream.of(Places.java(), "-Xmx192m", "-XX:+UseSerialGC", "-cp", classPath);
    process =
        new ProcessBuilder(Stream.concat(java, command.stream()).toList())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Patience.of(START).until("a server answers on port " + port, this::answers);
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(Plane.CLUSTER.hub(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  void signal(String name) {
    if (process != null) {
      Signal.send(name, process.toHandle());
    }
  }

  void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }
}
