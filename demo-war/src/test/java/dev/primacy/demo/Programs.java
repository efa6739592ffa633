package dev.primacy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that neither the JDK nor Maven brings. */
final class Programs {
  private Programs() {}

  /**
   * A program that has to be installed for the test to go on; with {@code -Dbalancer.required=true}
   * it is a failure if it is not.
   */
  static Path needed(String name) {
    Optional<Path> program =
        Stream.concat(
                Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
            .map(directory -> Path.of(directory, name))
            .filter(Files::isExecutable)
            .findFirst();
    if (Boolean.getBoolean("balancer.required")) {
      assertThat(program).as("%s is installed", name).isPresent();
    }
    return program.orElseGet(
        () -> Assumptions.abort(name + " is not installed (Debian: apt-get install " + name + ")"));
  }
}
