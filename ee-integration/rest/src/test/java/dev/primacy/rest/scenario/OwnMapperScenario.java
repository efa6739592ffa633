package dev.primacy.rest.scenario;

import static dev.primacy.rest.scenario.ScriptedRuntime.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.rest.scenario.resources.BlueCatMapper;
import dev.primacy.rest.scenario.resources.EveryExceptionMapper;
import dev.primacy.rest.scenario.resources.UnknownOutcomeMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application that answers refusals itself. */
public abstract class OwnMapperScenario extends Scenario {
  private final RestStack stack;

  /** Runs on this stack. */
  protected OwnMapperScenario(RestStack stack) {
    this.stack = stack;
  }

  @Override
  protected RestServer start() throws Exception {
    return stack.start(
        Listed.with(BlueCatMapper.class, UnknownOutcomeMapper.class, EveryExceptionMapper.class));
  }

  @Test
  @DisplayName("S1.8, AT-1.2 the application's mapper answers what the filter refuses")
  void the_mapper_of_the_application_answers() throws Exception {
    HttpResponse<String> answer = client.send("POST", "application-scoped", "box");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(BlueCatMapper.REFUSED);
    assertThat(Journal.entries()).isEmpty();
  }

  @Test
  void the_mapper_of_the_application_answers_an_unknown_outcome() throws Exception {
    LEDGER.primary(42);
    HttpResponse<String> answer = client.send("PUT", "application-scoped");
    assertThat(Journal.entries()).containsExactly("done");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).isEqualTo(UnknownOutcomeMapper.ASK_AGAIN);
  }

  @Test
  void only_the_filter_answers_an_unknown_outcome_where_no_bean_was_called() throws Exception {
    LEDGER.primary(42);
    HttpResponse<String> answer = client.send("PUT", "locator/new");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().allValues("Primacy-Outcome")).containsExactly("unknown");
  }

  @Test
  @DisplayName("AT-1.3 the primary answers")
  void the_primary_answers() throws Exception {
    LEDGER.primary(42);
    assertThat(client.send("POST", "application-scoped", "box").body()).isEqualTo("parcel box");
  }
}
