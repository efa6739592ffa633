package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.servers.launch.Ability;
import dev.primacy.servers.launch.Footprint;
import dev.primacy.servers.launch.Node;
import dev.primacy.servers.launch.Note;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One application that goes and comes many times on a server that stays. */
interface RedeployScenarios extends Scenarios {
  /** Loaded once by each application that is not gone. */
  String CLASS = "dev.primacy.servers.Journal";

  /** Connections that the server or the scenarios themselves happen to have open. */
  int SLACK = 4;

  /** Every so many times it is the primary that goes. */
  int PRIMARY_EVERY = 5;

  @Test
  @Tag(LONG)
  @Order(530)
  default void redeployments_leave_nothing_behind_and_lose_no_event() throws Exception {
    assume(Ability.UNDEPLOY);
    int rounds = Integer.getInteger("servers.redeploys");
    Node node = cluster().nodes().get(0);
    redeploy(node, 0); // what only the first one loads
    Footprint before = node.footprint(CLASS);
    long begin = System.nanoTime();
    for (int round = 1; round <= rounds; round++) {
      redeploy(node, round);
    }
    Footprint after = settled(node, before, rounds * server().leak());
    new RedeployFigures(server().title(), rounds, before, after).tell();
    assertSeamless(node.notes("role", begin), rounds);
    assertThat(after.applications())
        .as("copies of the application")
        .isLessThanOrEqualTo(before.applications() + rounds * server().leak());
    assertThat(after.sockets()).as("sockets").isLessThanOrEqualTo(before.sockets() + SLACK);
    // how many one application has changes with its work; one that is gone has none
    node.undeploy(APPLICATION);
    Scenarios.patiently().until(() -> node.footprint(CLASS).ours().isEmpty());
  }

  private void redeploy(Node node, int round) throws IOException {
    Node primary = cluster().primary();
    if (round % PRIMARY_EVERY == 0 && primary != node) {
      assertThat(primary.post(APPLICATION, "node/step-down").status()).isEqualTo(200);
      Scenarios.patiently().until(() -> cluster().isPrimary(node));
    }
    long begin = System.nanoTime();
    node.undeploy(APPLICATION);
    Scenarios.patiently()
        .until(() -> node.notes("role", begin).stream().anyMatch(RedeployScenarios::isLast));
    cluster().ready();
  }

  private static boolean isLast(Note role) {
    return role.words().get(2).equals("NOT_IN_GROUP");
  }

  /** What ends in its own time has that: connections, threads of pools, the server's caches. */
  private static Footprint settled(Node node, Footprint before, int leaked) throws Exception {
    try {
      return Scenarios.patiently()
          .atMost(Duration.ofSeconds(40))
          .pollInterval(Duration.ofSeconds(2))
          .until(() -> node.footprint(CLASS), now -> isAsBefore(now, before, leaked));
    } catch (ConditionTimeoutException more) {
      return node.footprint(CLASS); // the scenario says how much is too much
    }
  }

  private static boolean isAsBefore(Footprint now, Footprint before, int leaked) {
    return now.applications() <= before.applications() + leaked
        && now.sockets() <= before.sockets()
        && now.threads().size() <= before.threads().size();
  }

  /** Each stay begins with the first event and ends with the last, and none is missing between. */
  private static void assertSeamless(List<Note> roles, int rounds) {
    long expected = roles.get(0).number(0);
    int stays = 0;
    for (Note role : roles) {
      assertThat(role.number(0)).as(role.toString()).isEqualTo(expected);
      expected = isLast(role) ? 1 : expected + 1;
      stays += isLast(role) ? 1 : 0;
    }
    assertThat(stays).isEqualTo(rounds);
  }
}
