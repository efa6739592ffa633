package dev.primacy.faults.cluster;

import dev.primacy.faults.probe.Plant;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A build of this project that nodes are started from: its light node, its probes, its jars.
 *
 * @param root the directory of the project's parent
 */
public record Build(Path root) {
  private static final String PROBES = "impl/faults/target/classes";
  private static final String NODE = "demo-war/target/primacy-demo-node.jar";
  private static final List<String> NO_LIBRARIES = List.of("-sources.jar", "-javadoc.jar");

  /** The build that this runs from. */
  public static Build own() {
    try {
      Path probes =
          Path.of(Plant.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Build(probes.resolve("../../../..").normalize());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is missing, for people; empty text if it can be started. */
  public String missing() {
    return Stream.of(PROBES, NODE)
        .map(root::resolve)
        .filter(path -> !Files.exists(path))
        .map(Path::toString)
        .collect(Collectors.joining(", "));
  }

  /** The class path of a node: the light node, the probes, and these libraries. */
  String nodeClassPath(List<String> libraries) {
    Stream<Path> node = Stream.of(root.resolve(PROBES), root.resolve(NODE));
    return Stream.concat(node, libraries(libraries).flatMap(this::inThisBuild))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Entries of this process's class path, by the beginnings of their file names. */
  static Stream<Path> libraries(List<String> beginnings) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> beginnings.stream().anyMatch(entry.getFileName().toString()::startsWith));
  }

  /** Jars of ours are of the build; one that it does not have yet, nobody there can use. */
  private Stream<Path> inThisBuild(Path library) {
    Path own = own().root();
    if (!library.startsWith(own) || own.equals(root)) {
      return Stream.of(library);
    }
    Path directory = root.resolve(own.relativize(library.getParent()));
    String artifact = library.getFileName().toString().replaceFirst("-\\d.*", "");
    return Files.isDirectory(directory) ? jars(directory, artifact).stream() : Stream.of();
  }

  private static List<Path> jars(Path directory, String artifact) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches(artifact + "-\\d.*\\.jar"))
          .filter(file -> NO_LIBRARIES.stream().noneMatch(file.toString()::endsWith))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
