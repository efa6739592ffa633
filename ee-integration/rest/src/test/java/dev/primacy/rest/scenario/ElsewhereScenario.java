package dev.primacy.rest.scenario;

import static dev.primacy.rest.scenario.ScriptedRuntime.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a secondary does with a call besides refusing it: keep it for a while, send it on. */
public abstract class ElsewhereScenario extends Scenario {
  private static final String ALLOWED = "primacy.guard.redirect.allow";

  private final RestStack stack;

  /** Runs on this stack. */
  protected ElsewhereScenario(RestStack stack) {
    this.stack = stack;
  }

  @Override
  protected RestServer start() throws Exception {
    System.setProperty(ALLOWED, "https://public.example/app");
    return stack.start(Listed.with());
  }

  @AfterAll
  void nothingConfigured() {
    System.clearProperty(ALLOWED);
  }

  // ---- waiting

  @Test
  void a_call_that_may_wait_is_let_in_when_this_node_becomes_primary() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = client.begin("POST", "elsewhere/patient");
    await().until(() -> LEDGER.waiting() == 1);
    LEDGER.primary(42);
    assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("patient");
    assertThat(answer.join().headers().allValues("Primacy-Term")).containsExactly("42");
    assertThat(LEDGER.entries()).isOne();
  }

  @Test
  void a_call_that_waited_in_vain_is_refused() throws Exception {
    assertRefused(client.send("POST", "elsewhere/hurried"));
  }

  @Test
  void one_call_more_than_may_wait_is_refused_at_once() throws Exception {
    CompletableFuture<HttpResponse<String>> first = client.begin("POST", "elsewhere/patient");
    CompletableFuture<HttpResponse<String>> second = client.begin("POST", "elsewhere/patient");
    await().until(() -> LEDGER.waiting() == 2);
    assertRefused(client.send("POST", "elsewhere/patient"));
    assertThat(client.send("GET", "application-scoped/open").statusCode())
        .as("others are served meanwhile")
        .isEqualTo(200);
    LEDGER.primary(42);
    assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    assertThat(second.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
  }

  // ---- sending on

  @Test
  void a_call_is_sent_to_the_primary_with_its_path_and_query() throws Exception {
    LEDGER.primaryAt("https://public.example/app/");
    HttpResponse<String> answer = client.send("GET", "elsewhere/sent/a%20b?x=1%202&y");
    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(answer.headers().allValues("Location"))
        .containsExactly(
            "https://public.example/app/elsewhere/sent/a%20b?x=1%202&y&primacy-redirected=1");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(answer.headers().allValues("Primacy-Role")).containsExactly("SECONDARY");
    assertThat(answer.body()).isEmpty();
    assertThat(Journal.entries()).isEmpty();
  }

  @Test
  void a_call_with_a_body_is_sent_on_before_that_is_read() throws Exception {
    LEDGER.primaryAt("https://public.example/app");
    HttpResponse<String> answer = client.send("PUT", "elsewhere/sent/box", "invalid");
    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(answer.headers().allValues("Location"))
        .containsExactly("https://public.example/app/elsewhere/sent/box?primacy-redirected=1");
  }

  @Test
  void the_primary_answers_a_call_that_was_sent_to_it() throws Exception {
    LEDGER.primary(42);
    assertThat(client.send("GET", "elsewhere/sent/box?primacy-redirected=1").body())
        .isEqualTo("sent");
  }

  @Test
  void a_call_is_sent_on_once() throws Exception {
    LEDGER.primaryAt("https://public.example/app");
    assertRefused(client.send("GET", "elsewhere/sent/box?primacy-redirected=1"));
  }

  @ParameterizedTest
  @DisplayName("T7 a call is sent to allowed addresses only")
  @ValueSource(
      strings = {
        "https://evil.example/app",
        "https://public.example",
        "http://public.example/app",
        "https://someone@public.example/app"
      })
  void a_call_is_sent_to_allowed_addresses_only(String url) throws Exception {
    LEDGER.primaryAt(url);
    HttpResponse<String> answer = client.send("GET", "elsewhere/sent/box");
    assertRefused(answer);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void without_an_address_or_a_primary_a_call_is_refused() throws Exception {
    assertRefused(client.send("GET", "elsewhere/sent/box"));
    LEDGER.primaryAt("https://public.example/app");
    LEDGER.joining();
    assertRefused(client.send("GET", "elsewhere/sent/box"));
  }

  // ---- another status

  @ParameterizedTest
  @ValueSource(ints = {421, 599})
  void a_method_may_choose_the_status_of_its_refusals(int status) throws Exception {
    String path = status == 421 ? "elsewhere/misdirected" : "elsewhere/unregistered";
    HttpResponse<String> answer = client.send("GET", path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"status\":" + status + ",").contains("NOT_PRIMARY");
    assertThat(answer.headers().allValues("Retry-After")).containsExactly("3");
    assertRefused(client.send("GET", "application-scoped"));
  }

  @Test
  void a_call_that_cannot_be_sent_on_is_refused_with_the_status_of_its_method() throws Exception {
    assertThat(client.send("PUT", "elsewhere/sent/box", "x").statusCode()).isEqualTo(409);
  }
}
