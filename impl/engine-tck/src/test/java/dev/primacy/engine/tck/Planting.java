package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Execution;

/** Runs one test of a contract class from within another test. */
final class Planting {
  private Planting() {}

  /** The names of the tests that failed: this one or none. */
  static List<String> failures(Class<? extends EngineContract> contract, String test) {
    return failures(
        contract,
        test,
        RecordStoreContract.class.isAssignableFrom(contract) ? Bench.class : Election.class);
  }

  /**
   * The same of any contract.
   *
   * @param parameter what its tests are given
   */
  static List<String> failures(Class<?> contract, String test, Class<?> parameter) {
    List<Execution> executions =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter(Results.DIRECTORY, "")
            .selectors(selectMethod(contract, test, parameter.getName()))
            .execute()
            .testEvents()
            .executions()
            .finished()
            .list();
    assertThat(executions).as("tests run").hasSize(1);
    return executions.stream()
        .filter(run -> run.getTerminationInfo().getExecutionResult().getStatus() == Status.FAILED)
        .map(run -> run.getTestDescriptor().getDisplayName().replaceAll("\\(.*", ""))
        .toList();
  }
}
