package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What observers hear leads to what the node says of itself, on every node, after every failover.
 * {@code -Dfailovers.seed=N} runs another cluster.
 */
class ReplayTest {
  private static final long SEED = Long.getLong("failovers.seed", 4);
  private static final int FAILOVERS = 1_000;

  @Test
  @DisplayName(
      "DESIGN 4.4, 5.2, 5.3: the events of 1,000 failovers replay to the registry on every node")
  void the_events_of_a_thousand_failovers_replay_to_the_registry_on_every_node() {
    VirtualFailovers cluster = new VirtualFailovers(SEED, EventLog.Defect.NONE, 0);
    for (int i = 1; i <= FAILOVERS; i++) {
      cluster.failOver();
    }
    System.out.printf(
        "replay: seed %d, %d failovers, %d events, %d processes, term %d, %d s of virtual time%n",
        SEED, FAILOVERS, cluster.events(), cluster.processes(), cluster.term(), cluster.seconds());
    assertThat(cluster.term()).isGreaterThan(FAILOVERS);
    assertThat(cluster.ways()).as("every way a primary is lost").hasSize(VirtualFailovers.WAYS);
  }

  @Test
  void a_seed_replays_exactly() {
    assertThat(run(7)).isEqualTo(run(7)).isNotEqualTo(run(8));
  }

  private static String run(long seed) {
    VirtualFailovers cluster = new VirtualFailovers(seed, EventLog.Defect.NONE, 0);
    for (int i = 0; i < 20; i++) {
      cluster.failOver();
    }
    return cluster.events() + " events, " + cluster.term() + ", " + cluster.nanos();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_log_that_is_damaged_once_is_found(EventLog.Defect defect) {
    for (int victim = 2; victim < 18; victim++) {
      int event = victim;
      EventLog.Unfit found =
          catchThrowableOfType(
              EventLog.Unfit.class,
              () -> {
                VirtualFailovers cluster = new VirtualFailovers(SEED, defect, event);
                for (int i = 0; i < 25; i++) {
                  cluster.failOver();
                }
              });
      assertThat(found).as("%s, event %d of each log", defect, victim).isNotNull();
    }
  }
}
