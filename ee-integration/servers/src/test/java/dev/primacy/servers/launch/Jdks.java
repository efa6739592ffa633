package dev.primacy.servers.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine: the one that runs this, the one that was named, and its neighbours. */
final class Jdks {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
  private static final Path OWN = Path.of(System.getProperty("java.home"));

  private Jdks() {}

  static Path own() {
    return OWN;
  }

  /** One of at least this version, the own one first; a named one is taken as it is. */
  static Optional<Path> atLeast(int version) {
    String named = System.getProperty("servers.jdk", "");
    Stream<Path> candidates =
        named.isEmpty()
            ? Stream.concat(Stream.of(OWN), neighbours().sorted())
            : Stream.of(Path.of(named));
    return candidates.filter(jdk -> version(jdk) >= version).findFirst();
  }

  private static Stream<Path> neighbours() {
    try (Stream<Path> all = Files.list(OWN.getParent())) {
      return all.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(Path jdk) {
    Path release = jdk.resolve("release");
    if (!Files.isReadable(release) || !Files.isExecutable(jdk.resolve("bin/jcmd"))) {
      return 0;
    }
    try {
      Matcher version = VERSION.matcher(Files.readString(release));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
