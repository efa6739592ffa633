package dev.primacy.rest.scenario;

import static dev.primacy.rest.scenario.ScriptedRuntime.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.rest.scenario.resources.AsyncResource;
import jakarta.ws.rs.container.AsyncResponse;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From entry to exit: what is counted as in flight, and what happens when the role ends inside. */
public abstract class WholeCallScenario extends Scenario {
  private final RestStack stack;

  /** Runs on this stack. */
  protected WholeCallScenario(RestStack stack) {
    this.stack = stack;
  }

  @Override
  protected RestServer start() throws Exception {
    return stack.start(Listed.with());
  }

  @BeforeEach
  void primary() {
    LEDGER.primary(42);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage", "suspended", "events"})
  void asynchronous_calls_are_refused_too(String path) throws Exception {
    LEDGER.secondary();
    assertRefused(client.send("GET", "async/" + path));
  }

  @Test
  void a_completion_stage_is_in_flight_until_it_completes() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = client.begin("GET", "async/stage");
    CompletableFuture<?> stage = Journal.take(CompletableFuture.class);
    assertThat(LEDGER.inFlight()).isPositive();
    complete(stage);
    assertSucceeds(answer);
  }

  @SuppressWarnings("unchecked")
  private static void complete(CompletableFuture<?> stage) {
    ((CompletableFuture<String>) stage).complete("done");
  }

  @Test
  void a_completion_stage_that_fails_is_counted_out() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = client.begin("GET", "async/stage");
    Journal.take(CompletableFuture.class)
        .completeExceptionally(new IllegalStateException("planted"));
    assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(500);
  }

  @Test
  void a_completion_stage_answers_503_with_unknown_outcome_if_the_role_ended() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = client.begin("GET", "async/stage");
    CompletableFuture<?> stage = Journal.take(CompletableFuture.class);
    LEDGER.secondary();
    complete(stage);
    assertUnknownOutcome(answer.get(10, TimeUnit.SECONDS));
  }

  @Test
  void a_suspended_call_is_in_flight_until_it_is_resumed() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = client.begin("GET", "async/suspended");
    AsyncResponse suspended = Journal.take(AsyncResponse.class);
    assertThat(LEDGER.inFlight()).isPositive();
    suspended.resume("done");
    assertSucceeds(answer);
  }

  @Test
  void a_suspended_call_that_times_out_is_counted_out() throws Exception {
    assertThat(client.send("GET", "async/timeout").statusCode()).isEqualTo(503);
    assertThat(Journal.entries()).containsExactly("timeout");
  }

  @Test
  void a_suspended_call_answers_503_with_unknown_outcome_if_the_role_ended() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = client.begin("GET", "async/suspended");
    AsyncResponse suspended = Journal.take(AsyncResponse.class);
    LEDGER.secondary();
    suspended.resume("done");
    assertUnknownOutcome(answer.get(10, TimeUnit.SECONDS));
  }

  @Test
  void an_event_stream_is_counted_out_when_its_response_starts() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = client.begin("GET", "async/events");
    AsyncResource.Stream events = Journal.take(AsyncResource.Stream.class);
    events.sink().send(events.sse().newEvent("hello"));
    events.sink().close();
    HttpResponse<String> all = answer.get(10, TimeUnit.SECONDS);
    assertThat(all.statusCode()).isEqualTo(200);
    assertThat(all.body()).contains("data: hello");
  }

  @Test
  void a_streaming_body_is_counted_out_before_it_is_written() throws Exception {
    assertThat(client.send("GET", "application-scoped/stream").body()).isEqualTo("chunk");
    assertThat(Journal.entries()).containsExactly("stream", "streamed with 0 in flight");
  }

  @Test
  void a_streaming_body_is_not_written_if_the_role_ended_before() throws Exception {
    assertUnknownOutcome(client.send("PUT", "application-scoped/stream"));
    assertThat(Journal.entries()).containsExactly("stream prepared");
  }

  @Test
  void a_call_that_answers_nothing_is_counted_out() throws Exception {
    HttpResponse<String> answer = client.send("POST", "application-scoped/nothing");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().allValues("Primacy-Term")).containsExactly("42");
  }

  @Test
  void a_method_that_throws_is_counted_out() throws Exception {
    assertThat(client.send("POST", "application-scoped/conflict").statusCode()).isEqualTo(409);
    assertThat(client.send("POST", "application-scoped/defect").statusCode()).isEqualTo(500);
    assertThat(Journal.entries()).containsExactly("conflict", "defect");
    assertThat(LEDGER.entries()).isEqualTo(2);
  }

  @Test
  void a_body_that_cannot_be_read_is_counted_out() throws Exception {
    assertThat(client.send("POST", "application-scoped", "invalid").statusCode()).isEqualTo(400);
    assertThat(LEDGER.entries()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application-scoped", "locator/new"})
  void success_becomes_503_with_unknown_outcome_if_the_role_ended_inside(String path)
      throws Exception {
    HttpResponse<String> answer = client.send("PUT", path);
    assertThat(Journal.entries()).containsExactly("done");
    assertUnknownOutcome(answer);
  }

  @Test
  void what_spoke_of_the_success_goes_with_it() throws Exception {
    HttpResponse<String> answer = client.send("PUT", "locator/new");
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
    assertThat(answer.headers().firstValue("App")).hasValue("kept");
  }

  @Test
  void an_error_of_the_application_stays_what_it_is_when_the_role_ended_inside() throws Exception {
    HttpResponse<String> answer = client.send("POST", "locator/new");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).isEqualTo("taken");
  }

  private static void assertUnknownOutcome(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().allValues("Primacy-Outcome")).containsExactly("unknown");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"reason\":\"LEASE_EXPIRED\"").doesNotContain("done");
  }

  private static void assertSucceeds(CompletableFuture<HttpResponse<String>> pending)
      throws Exception {
    HttpResponse<String> answer = pending.get(10, TimeUnit.SECONDS);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("done");
    assertThat(answer.headers().allValues("Primacy-Term")).containsExactly("42");
  }
}
