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
 * Where everything is that processes are started from, and where they leave what they write.
 *
 * @param nodeJar the demo's light node, its libraries beside it
 * @param work this run's own directory
 */
public record Places(Path nodeJar, Path work) {

  /** The Java that runs this. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The class path of a node: the light node, the probes, and these libraries of ours. */
  String nodeClassPath(List<String> libraries) {
    Stream<String> own = Stream.of(probes().toString(), nodeJar.toString());
    return Stream.concat(own, libraries(libraries)).collect(Collectors.joining(File.pathSeparator));
  }

  /** Entries of this process's class path, by the beginnings of their file names. */
  static Stream<String> libraries(List<String> beginnings) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                beginnings.stream()
                    .anyMatch(name -> Path.of(entry).getFileName().toString().startsWith(name)));
  }

  private static Path probes() {
    try {
      return Path.of(Plant.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A directory below the run's own one. */
  public Path directory(String name) {
    try {
      return Files.createDirectories(work.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
