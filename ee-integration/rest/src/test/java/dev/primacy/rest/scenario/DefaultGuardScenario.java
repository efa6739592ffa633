package dev.primacy.rest.scenario;

import static dev.primacy.rest.scenario.ScriptedRuntime.AUDIT;
import static dev.primacy.rest.scenario.ScriptedRuntime.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.cdi.Enforcement;
import dev.primacy.cdi.ScriptedRegistry;
import dev.primacy.rest.scenario.resources.AnyRoleResource;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** REST methods that say nothing themselves, with {@code primacy.guard.default=primary-only}. */
public abstract class DefaultGuardScenario extends Scenario {
  private final RestStack stack;

  /** Runs on this stack. */
  protected DefaultGuardScenario(RestStack stack) {
    this.stack = stack;
  }

  @Override
  protected RestServer start() throws Exception {
    ScriptedRegistry.guardByDefault(true);
    return stack.start(Listed.with(AnyRoleResource.class));
  }

  @AfterAll
  void asUsual() {
    ScriptedRegistry.guardByDefault(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application-scoped/open", "interface/open", "any-role", "any-role/sub"})
  @DisplayName("S1.7 what says nothing is guarded by the default group")
  void what_says_nothing_is_guarded(String path) throws Exception {
    AUDIT.primary(9);
    assertRefused(client.send("GET", path));
    LEDGER.primary(42);
    HttpResponse<String> answer = client.send("GET", path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Primacy-Term")).containsExactly("42");
    assertThat(LEDGER.entries()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"any-role/open", "any-role/contract", "any-role/open-sub"})
  @DisplayName("S1.7 what is left out answers on every node")
  void what_is_left_out_answers_on_every_node(String path) throws Exception {
    assertThat(client.send("GET", path).statusCode()).isEqualTo(200);
    LEDGER.joining();
    assertThat(client.send("GET", path).statusCode()).isEqualTo(200);
    assertThat(LEDGER.entries()).isZero();
  }

  @Test
  void what_has_a_guard_of_its_own_keeps_it() throws Exception {
    LEDGER.primary(42);
    assertRefused(client.send("POST", "request-scoped/audit"));
    AUDIT.primary(9);
    assertThat(client.send("POST", "request-scoped/audit").headers().allValues("Primacy-Term"))
        .containsExactly("9");
  }

  @Test
  void a_guard_on_the_way_to_a_sub_resource_goes_before_the_default() throws Exception {
    LEDGER.primary(42);
    assertThat(client.send("GET", "any-role/audited").statusCode()).isEqualTo(503);
    assertThat(Journal.entries()).isEmpty();
    LEDGER.secondary();
    AUDIT.primary(9);
    HttpResponse<String> answer = client.send("GET", "any-role/audited");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Primacy-Term")).containsExactly("9");
  }

  @Test
  @DisplayName("S1.7 the guard report lists what is guarded by default")
  void the_guard_report_lists_what_is_guarded_by_default() throws Exception {
    client.send("GET", "any-role/sub");
    assertThat(ScriptedRegistry.latest().report())
        .filteredOn(guarded -> guarded.enforcedBy().contains(Enforcement.FILTER))
        .extracting(guarded -> guarded.toString())
        .contains("AnyRoleResource.usual in group ledger", "PlainSub.read in group ledger")
        .noneMatch(text -> text.startsWith("AnyRoleResource.open"))
        .noneMatch(text -> text.startsWith("AnyRoleResource.fromContract"));
  }
}
