package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.primacy.servers.launch.Ability;
import dev.primacy.servers.launch.Answer;
import dev.primacy.servers.launch.Cluster;
import dev.primacy.servers.launch.Server;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;

/** What scenarios have in common: two servers of a kind that run one application. */
interface Scenarios {
  /** The application that all of them have. */
  String APPLICATION = "servers";

  /** Left out by the short form. */
  String LONG = "long";

  /** How long may take what depends on a machine. */
  Duration PATIENCE = Duration.ofMinutes(2);

  /** The kind. */
  Server server();

  /** Both of them, with a store. */
  Cluster cluster();

  /** The directory of this run. */
  Path directory();

  /** What Maven built. */
  static Path archive(String application) {
    return Path.of(System.getProperty("servers.archive." + application));
  }

  /** Goes on only if the server can. */
  default void assume(Ability ability) {
    assumeTrue(server().abilities().contains(ability), ability.absence());
  }

  /** Waits for a condition. */
  static ConditionFactory patiently() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200));
  }

  /** By the guard, with all a caller needs to know. */
  static void assertRefused(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"status\":503", "\"reason\":\"");
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(answer.header("Primacy-Role")).isEqualToIgnoringCase("secondary");
  }
}
