package dev.primacy.rest.scenario;

import static dev.primacy.rest.scenario.ScriptedRuntime.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.cdi.Enforcement;
import dev.primacy.cdi.GuardedMethod;
import dev.primacy.cdi.ScriptedRegistry;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that lists nothing: the filter is found twice and runs once. */
public abstract class ScanningScenario extends Scenario {
  private final RestStack stack;

  /** Runs on this stack. */
  protected ScanningScenario(RestStack stack) {
    this.stack = stack;
  }

  @Override
  protected RestServer start() throws Exception {
    return stack.startScanning();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("dev.primacy.rest.scenario.Rows#all")
  void a_secondary_refuses(String method, String path, String entry) throws Exception {
    assertRefused(client.send(method, path));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("dev.primacy.rest.scenario.Rows#all")
  void the_filter_runs_once(String method, String path, String entry) throws Exception {
    LEDGER.primary(42);
    HttpResponse<String> answer = client.send(method, path);
    assertThat(answer.body()).isEqualTo(entry);
    assertThat(answer.headers().allValues("Primacy-Term")).containsExactly("42");
    assertThat(LEDGER.entries()).isOne();
  }

  @Test
  void the_guard_report_says_that_the_filter_enforces_every_root_method() throws Exception {
    client.send("GET", "application-scoped");
    assertThat(ScriptedRegistry.latest().report())
        .filteredOn(guarded -> guarded.enforcedBy().contains(Enforcement.FILTER))
        .extracting(GuardedMethod::name)
        .contains(
            "ApplicationScopedResource.guarded",
            "ContractResource.mappedHere",
            "InheritingResource.overridden",
            "UnscopedResource.read");
  }
}
