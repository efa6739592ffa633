package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the predicate keeps out on H2; {@code -Dfence.tries=200} for as many. */
class StaleH2Test extends StaleScenario {
  private final String name = UUID.randomUUID().toString();
  private Server server;

  @BeforeEach
  void deploy() throws Exception {
    server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Override
  String url() {
    return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + name + ";DB_CLOSE_DELAY=-1";
  }

  @Override
  String user() {
    return "sa";
  }

  @Test
  void a_primary_stopped_before_the_guarded_update_commits_nothing_after_its_successor()
      throws Exception {
    execute("INSERT INTO account SELECT scope, 0 FROM primacy_fence");
    for (int i = 0; i < TRIES; i++) {
      String answer = overtaken("predicate-before", "predicate", "" + i);
      assertThat(answer).contains("stale by the predicate");
      assertThat(rows("entry WHERE text = 'stale-" + i + "'")).isZero();
    }
    System.out.printf("stale commits on H2 by the predicate: 0 of %d%n", TRIES);
    assertThat(rows("entry WHERE text LIKE 'next-%'")).isEqualTo(TRIES);
  }
}
