package dev.primacy.engine.tck.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * What was measured of jgroups-raft 1.1.4: four crashes in an unlucky order, and one key has the
 * same version with different contents on different voters, for good.
 */
class RaftIsFoundTest {
  private static final int ROUNDS = 3;
  private static final String UNLUCKY =
      "crashes_in_an_unlucky_order_never_give_one_version_two_contents";

  @Test
  void the_suite_finds_that_voters_disagree_for_good() {
    for (int round = 1; round <= ROUNDS; round++) {
      Optional<Throwable> failure = failure();
      if (failure.isPresent()) {
        System.out.println("jgroups-raft: found in round " + round);
        assertThat(failure.get()).hasMessageContaining("one version with two contents");
        return;
      }
    }
    assertThat(ROUNDS).as("rounds without a finding").isZero();
  }

  private static Optional<Throwable> failure() {
    List<TestExecutionResult> results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(
                selectMethod(RaftStoreContract.class, UNLUCKY, "dev.primacy.engine.tck.Bench"))
            .execute()
            .testEvents()
            .executions()
            .finished()
            .stream()
            .map(execution -> execution.getTerminationInfo().getExecutionResult())
            .toList();
    assertThat(results).as("tests run").hasSize(1);
    return results.get(0).getThrowable();
  }
}
