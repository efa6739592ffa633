package dev.primacy.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.primacy.FencingToken;
import dev.primacy.faults.history.Answer;
import dev.primacy.faults.history.Call;
import dev.primacy.faults.history.History;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer proves, and no more. */
class ClientTest {
  private static final FencingToken TOKEN = new FencingToken(UUID.randomUUID(), 3);

  @TempDir Path folder;
  private Recorder recorder;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    recorder = new Recorder(folder.resolve("suite"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    recorder.close();
  }

  private Call call(int port) throws Exception {
    Client client = new Client(node -> URI.create("http://127.0.0.1:" + port + "/"), recorder);
    return client.call(1, 0).get(10, TimeUnit.SECONDS);
  }

  private Call answered(int status, String outcome, String body) throws Exception {
    server.createContext("/", exchange -> answer(exchange, status, outcome, body));
    return call(server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange, int status, String outcome, String body)
      throws IOException {
    try (exchange) {
      if (outcome != null) {
        exchange.getResponseHeaders().set("Primacy-Outcome", outcome);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @ParameterizedTest
  @CsvSource({"503,,NOT_RUN", "503,unknown,UNKNOWN", "409,,FENCED", "504,,UNKNOWN", "500,,UNKNOWN"})
  void a_status_proves_so_much(int status, String outcome, Answer answer) throws Exception {
    assertThat(answered(status, outcome, "{}").answer()).isEqualTo(answer);
  }

  @Test
  void a_call_that_was_done_says_by_whom_and_under_which_token() throws Exception {
    String receipt = "{\"process\":\"n1.2\",\"scope\":\"%s\",\"term\":3}".formatted(TOKEN.scope());
    Call call = answered(200, null, receipt);
    assertThat(call.answer()).isEqualTo(Answer.DONE);
    assertThat(call.process()).contains("n1.2");
    assertThat(call.token()).contains(TOKEN);
  }

  @Test
  void without_a_connection_nothing_was_run() throws Exception {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    assertThat(call(nobody).answer()).isEqualTo(Answer.NOT_RUN);
  }

  @Test
  void a_connection_that_ends_without_an_answer_proves_nothing() throws Exception {
    server.createContext("/", HttpExchange::close);
    assertThat(call(server.getAddress().getPort()).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void every_call_is_recorded_as_it_was_answered() throws Exception {
    Call call = answered(503, null, "{}");
    assertThat(History.read(List.of(recorder.path())).calls()).containsExactly(call);
    assertThat(call.returned() - call.invoked()).isPositive();
  }
}
