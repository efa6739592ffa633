package dev.primacy.servers.launch;

import dev.primacy.engine.tck.FreePorts;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where one node is: its name, its directory, its ports, and the settings that are its own. */
final class Place {
  /** Servers listen here and nowhere else. */
  static final String HOST = "127.0.0.1";

  /** What only soft references hold is gone after a collection: it says nothing about a leak. */
  private static final String NO_CACHES = "-XX:SoftRefLRUPolicyMSPerMB=0";

  private final String name;
  private final Path directory;
  private final Path java;
  private final Map<String, String> settings;
  private final Map<String, Integer> ports = new TreeMap<>();

  Place(String name, Path directory, Path java, Map<String, String> settings) {
    this.name = name;
    this.directory = directory;
    this.java = java;
    this.settings = Map.copyOf(settings);
  }

  String name() {
    return name;
  }

  Path directory() {
    return directory;
  }

  /** The Java that runs it. */
  String java() {
    return program("java");
  }

  /** The Java home of it. */
  Path javaHome() {
    return java;
  }

  /** A program of the JDK. */
  String program(String program) {
    return java.resolve("bin").resolve(program).toString();
  }

  /** The settings as arguments of a Java process, and what makes a collection a full one. */
  Stream<String> options() {
    Stream<String> own =
        new TreeMap<>(settings)
            .entrySet().stream().map(setting -> "-D" + setting.getKey() + "=" + setting.getValue());
    return Stream.concat(Stream.of(NO_CACHES), own);
  }

  /** The port of this purpose, the same each time. */
  int port(String purpose) {
    return ports.computeIfAbsent(purpose, unused -> FreePorts.next());
  }

  int http() {
    return port("http");
  }
}
