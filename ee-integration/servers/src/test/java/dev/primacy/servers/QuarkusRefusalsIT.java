package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.servers.launch.QuarkusRebuild;
import dev.primacy.servers.refused.Connections;
import dev.primacy.servers.refused.FrozenToken;
import dev.primacy.servers.refused.Innocent;
import dev.primacy.servers.refused.Receiver;
import dev.primacy.servers.refused.StaticGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Quarkus does not build an application with a mistake, and says which. */
class QuarkusRefusalsIT {
  private static final Path PACKAGED =
      Path.of(System.getProperty("servers.modules"), "quarkus-start/target/mutable");

  @TempDir static Path directory;
  private static Path application;

  @BeforeAll
  static void set_up() throws Exception {
    application = copy("application");
  }

  /** Under the name it was packaged with, which the rebuild looks for. */
  private static Path copy(String name) throws IOException {
    return QuarkusRebuild.copy(PACKAGED, directory.resolve(name).resolve(PACKAGED.getFileName()));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("PRIMACY-1201", "StaticGuard.post()", List.of(StaticGuard.class)),
        Arguments.of("PRIMACY-1209", "FrozenToken.token", List.of(FrozenToken.class)),
        Arguments.of("PRIMACY-1600", "Receiver.hear", List.of(Receiver.class)),
        Arguments.of(
            "PRIMACY-1601",
            "Connections",
            List.of(Connections.class, Connections.Connection.class)));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_fails_the_build(String number, String place, List<Class<?>> classes)
      throws Exception {
    QuarkusRebuild build = QuarkusRebuild.of(application, classes);
    assertThat(build.text()).contains(number, place).contains("Build failure");
    assertThat(build.exit()).isNotZero();
  }

  @Test
  void all_mistakes_are_reported_at_once() throws Exception {
    QuarkusRebuild build =
        QuarkusRebuild.of(
            application, List.of(StaticGuard.class, FrozenToken.class, Receiver.class));
    assertThat(build.text()).contains("PRIMACY-1201", "PRIMACY-1209", "PRIMACY-1600");
  }

  @Test
  void an_application_without_mistakes_is_built() throws Exception {
    QuarkusRebuild build = QuarkusRebuild.of(copy("innocent"), List.of(Innocent.class));
    assertThat(build.exit()).as(build.text()).isZero();
  }
}
