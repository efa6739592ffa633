package dev.primacy.engine.tck.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
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
  private static final int ROUNDS = 4;
  private static final String UNLUCKY =
      "crashes_in_an_unlucky_order_never_give_one_version_two_contents";

  /** Now and then a round ends before the voters have elected; that finds stale reads only. */
  @Test
  void the_suite_finds_that_voters_disagree_for_good() {
    List<String> found = new ArrayList<>();
    while (found.size() < ROUNDS && found.stream().noneMatch(RaftIsFoundTest::isForGood)) {
      found.add(failure().map(Throwable::getMessage).orElse("nothing"));
    }
    System.out.println("jgroups-raft: rounds until it was found: " + found.size());
    assertThat(found).last().matches(RaftIsFoundTest::isForGood, "one version, two contents");
  }

  private static boolean isForGood(String message) {
    return message.contains("one version with two contents");
  }

  private static Optional<Throwable> failure() {
    List<TestExecutionResult> results =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter("tck.results", "")
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
