package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the fence keeps out on PostgreSQL; {@code -Dfence.tries=200} for as many. */
class StalePostgreSqlTest extends StaleScenario {
  private EmbeddedPostgres server;

  @BeforeEach
  void deploy() throws Exception {
    server = EmbeddedPostgres.start();
    start();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Override
  String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  @Override
  String user() {
    return "postgres";
  }

  @Test
  void a_primary_stopped_before_the_fences_lock_commits_nothing_after_its_successor()
      throws Exception {
    int fenced = 0;
    for (int i = 0; i < TRIES; i++) {
      String answer = overtaken("before", "post", "" + i);
      assertThat(answer).startsWith("FAILED stale-" + i);
      assertThat(rows("entry WHERE text = 'stale-" + i + "'")).isZero();
      fenced += answer.contains("PRIMACY-1412") ? 1 : 0;
    }
    System.out.printf("stale commits on PostgreSQL: 0 of %d, %d by the fence%n", TRIES, fenced);
    assertThat(rows("entry WHERE text LIKE 'next-%'")).isEqualTo(TRIES);
    assertThat(fenced).as("refused by the fence itself").isEqualTo(TRIES);
  }

  @Test
  void while_one_is_stopped_after_the_lock_its_successor_waits_until_the_database_ends_it()
      throws Exception {
    stopIn("after stale");

    Duration closed = awaitLead(other);

    assertThat(closed).isGreaterThan(Duration.ofMillis(2500)).isLessThan(Duration.ofSeconds(20));
    primary.signal("CONT");
    primary.tell("go");
    assertThat(primary.answer()).startsWith("FAILED stale");
    assertThat(rows("entry WHERE text = 'stale'")).isZero();
  }
}
