package dev.primacy.rest.scenario;

import static dev.primacy.rest.scenario.ScriptedRuntime.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.rest.scenario.resources.LoggedResource;
import jakarta.ws.rs.container.AsyncResponse;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Group and term in the logging context: there while the method runs, and nowhere after it. */
public abstract class LoggingContextScenario extends Scenario {
  private static final int REQUESTS = 64; // more than there are threads to answer them
  private static final String NOTHING = "null null";

  private final RestStack stack;

  /** Runs on this stack. */
  protected LoggingContextScenario(RestStack stack) {
    this.stack = stack;
  }

  @Override
  protected RestServer start() throws Exception {
    return stack.start(Listed.only(LoggedResource.class));
  }

  @BeforeEach
  void primary() {
    LEDGER.primary(42);
  }

  @Test
  void a_method_sees_its_group_and_term() throws Exception {
    assertThat(client.send("GET", "logged").body()).isEqualTo("ledger 42");
    assertNothingIsLeft();
  }

  @Test
  void a_method_that_throws_leaves_nothing() throws Exception {
    assertThat(client.send("GET", "logged/defect").statusCode()).isEqualTo(500);
    assertNothingIsLeft();
  }

  @Test
  void a_stage_has_it_while_its_method_runs_and_not_where_it_completes() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = client.begin("GET", "logged/stage");
    Journal.take(Runnable.class).run();
    assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("ledger 42 then " + NOTHING);
    assertNothingIsLeft();
  }

  @Test
  void a_suspended_call_has_it_while_its_method_runs() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = client.begin("GET", "logged/suspended");
    Journal.take(AsyncResponse.class).resume("done");
    assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
    assertThat(Journal.entries()).containsExactly("ledger 42");
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      answers.add(client.begin("GET", "logged/open"));
    }
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo(NOTHING);
    }
  }
}
