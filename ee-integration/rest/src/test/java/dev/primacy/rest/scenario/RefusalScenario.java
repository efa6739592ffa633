package dev.primacy.rest.scenario;

import static dev.primacy.rest.scenario.ScriptedRuntime.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a refused caller sees. */
public abstract class RefusalScenario extends Scenario {
  private final RestStack stack;

  /** Runs on this stack. */
  protected RefusalScenario(RestStack stack) {
    this.stack = stack;
  }

  @Override
  protected RestServer start() throws Exception {
    return stack.start(Listed.with());
  }

  @Test
  void a_refusal_is_a_problem_document_with_every_member() throws Exception {
    JsonObject problem = json(client.send("GET", "application-scoped?secret=1").body());
    assertThat(problem.keySet())
        .containsExactly(
            "type",
            "title",
            "status",
            "detail",
            "instance",
            "group",
            "node",
            "role",
            "term",
            "reason",
            "retryAfterMs");
    assertThat(problem.getString("type")).isEqualTo("urn:primacy:problem:not-primary");
    assertThat(problem.getInt("status")).isEqualTo(503);
    assertThat(problem.getString("instance")).endsWith("/application-scoped");
    assertThat(problem.getString("group")).isEqualTo("ledger");
    assertThat(problem.getString("role")).isEqualTo("SECONDARY");
    assertThat(problem.getInt("term")).isEqualTo(41);
    assertThat(problem.getString("reason")).isEqualTo("NOT_PRIMARY");
    assertThat(problem.getInt("retryAfterMs")).isEqualTo(2300);
  }

  @Test
  void a_refusal_tells_in_headers_what_balancers_need() throws Exception {
    HttpResponse<String> answer = client.send("GET", "application-scoped");
    assertThat(answer.headers().allValues("Primacy-Role")).containsExactly("SECONDARY");
    assertThat(answer.headers().allValues("Primacy-Term")).containsExactly("41");
    assertThat(answer.headers().allValues("Retry-After")).containsExactly("3");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
  }

  @Test
  void a_refusal_names_no_host_no_class_and_no_primary() throws Exception {
    HttpResponse<String> answer = client.send("GET", "application-scoped");
    assertThat(answer.body() + answer.headers().map())
        .doesNotContain("host-1", "host-2", "Resource", "Exception", "dev.primacy", "secret");
  }

  @Test
  void the_body_of_a_refused_call_is_not_read() throws Exception {
    assertRefused(client.send("POST", "application-scoped", "invalid"));
    LEDGER.primary(42);
    assertThat(client.send("POST", "application-scoped", "invalid").statusCode()).isEqualTo(400);
    assertThat(client.send("POST", "application-scoped", "box").body()).isEqualTo("parcel box");
  }

  @Test
  protected void the_answer_does_not_wait_for_a_huge_body() throws Exception {
    assertThat(statusAfterSending("first bytes", 1_000_000)).startsWith("HTTP/1.1 503");
    assertThat(Journal.entries()).isEmpty();
  }

  /** The first line of the answer to a request that announces a body and sends this much of it. */
  protected String statusAfterSending(String body, int announced) throws IOException {
    try (Socket socket = new Socket(client.base().getHost(), client.base().getPort())) {
      socket.setSoTimeout(10_000);
      String request =
          "POST /application-scoped HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
              + "Content-Length: "
              + announced
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  @Test
  void head_is_refused_like_get_and_without_a_body() throws Exception {
    HttpResponse<String> answer = client.send("HEAD", "application-scoped");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().allValues("Primacy-Role")).containsExactly("SECONDARY");
    LEDGER.primary(42);
    assertThat(client.send("HEAD", "application-scoped").statusCode()).isEqualTo(200);
  }

  @Test
  void options_answered_by_the_server_itself_need_no_primary() throws Exception {
    HttpResponse<String> answer = client.send("OPTIONS", "application-scoped");
    assertThat(answer.statusCode()).isBetween(200, 204);
    assertThat(answer.headers().firstValue("Allow"))
        .hasValueSatisfying(allowed -> assertThat(allowed).contains("GET"));
    assertThat(LEDGER.entries()).isZero();
  }

  private static JsonObject json(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }
}
