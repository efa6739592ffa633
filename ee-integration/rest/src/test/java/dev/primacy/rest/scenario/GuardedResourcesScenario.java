package dev.primacy.rest.scenario;

import static dev.primacy.rest.scenario.ScriptedRuntime.AUDIT;
import static dev.primacy.rest.scenario.ScriptedRuntime.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to guard a REST method, in an application that lists its classes. */
public abstract class GuardedResourcesScenario extends Scenario {
  private final RestStack stack;

  /** Runs on this stack. */
  protected GuardedResourcesScenario(RestStack stack) {
    this.stack = stack;
  }

  @Override
  protected RestServer start() throws Exception {
    return stack.start(Listed.with());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("dev.primacy.rest.scenario.Rows#all")
  @DisplayName("AT-1.2 a secondary refuses")
  void a_secondary_refuses(String method, String path, String entry) throws Exception {
    assertRefused(client.send(method, path));
    assertThat(LEDGER.entries()).isZero();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("dev.primacy.rest.scenario.Rows#all")
  @DisplayName("AT-1.3 the primary answers, counted once, with its term")
  void the_primary_answers(String method, String path, String entry) throws Exception {
    LEDGER.primary(42);
    HttpResponse<String> answer = client.send(method, path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(entry);
    assertThat(answer.headers().allValues("Primacy-Term")).containsExactly("42");
    assertThat(LEDGER.entries()).isOne();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("dev.primacy.rest.scenario.Rows#all")
  void one_server_without_a_cluster_answers_without_a_term(String method, String path, String entry)
      throws Exception {
    LEDGER.standalone();
    HttpResponse<String> answer = client.send(method, path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Primacy-Term")).isEmpty();
  }

  @Test
  @DisplayName("AT-1.8 before the first verdict every guarded call is refused")
  void before_the_first_verdict_every_guarded_call_is_refused() throws Exception {
    LEDGER.joining();
    HttpResponse<String> answer = client.send("GET", "application-scoped");
    assertRefused(answer);
    assertThat(answer.body())
        .contains("\"reason\":\"UNDECIDED\"")
        .contains("\"term\":null")
        .contains("\"retryAfterMs\":300");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(answer.headers().allValues("Primacy-Term")).isEmpty();
  }

  @Test
  void methods_without_a_guard_stay_open() throws Exception {
    assertThat(client.send("GET", "application-scoped/open").statusCode()).isEqualTo(200);
    assertThat(client.send("GET", "interface/open").statusCode()).isEqualTo(200);
    assertThat(LEDGER.entries()).isZero();
  }

  @Test
  void an_unknown_path_is_not_found() throws Exception {
    assertThat(client.send("GET", "no/such/path").statusCode()).isEqualTo(404);
  }

  @Test
  void a_guard_on_the_way_to_a_sub_resource_refuses() throws Exception {
    assertThat(client.send("GET", "guarded-locator/method").statusCode()).isEqualTo(503);
    assertThat(Journal.entries()).isEmpty();
  }

  @Test
  void a_method_that_names_another_group_asks_that_group() throws Exception {
    LEDGER.primary(42);
    assertRefused(client.send("POST", "request-scoped/audit"));
    AUDIT.primary(9);
    HttpResponse<String> answer = client.send("POST", "request-scoped/audit");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Primacy-Term")).containsExactly("9");
  }

  @Test
  void while_the_group_is_read_only_the_primary_answers_what_allows_that() throws Exception {
    LEDGER.readOnly(42);
    HttpResponse<String> refused = client.send("POST", "request-scoped");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body())
        .contains("\"reason\":\"READ_ONLY\"")
        .contains("\"role\":\"PRIMARY\"");
    assertThat(refused.headers().allValues("Primacy-Role")).containsExactly("PRIMARY");
    assertThat(client.send("GET", "request-scoped").statusCode()).isEqualTo(503);
    assertThat(Journal.entries()).isEmpty();

    HttpResponse<String> read = client.send("GET", "request-scoped/balance");
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.headers().allValues("Primacy-Term")).containsExactly("42");
    assertThat(LEDGER.inFlight()).isZero();
  }

  @Test
  void a_lease_that_ends_too_soon_refuses_methods_that_need_longer() throws Exception {
    LEDGER.primary(42);
    LEDGER.remaining(Duration.ofMillis(1999));
    HttpResponse<String> refused = client.send("POST", "request-scoped");
    assertRefused(refused);
    assertThat(refused.body()).contains("LEASE_EXPIRED");
    assertThat(client.send("GET", "request-scoped").statusCode()).isEqualTo(200);
    LEDGER.remaining(Duration.ofSeconds(2));
    assertThat(client.send("POST", "request-scoped").statusCode()).isEqualTo(200);
  }
}
