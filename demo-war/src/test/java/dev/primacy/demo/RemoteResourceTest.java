package dev.primacy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.primacy.FencingToken;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteResourceTest {
  private static final JsonValue ID = Json.PROVIDER.createValue("w-1");
  private static final Optional<FencingToken> TOKEN =
      Optional.of(new FencingToken(new UUID(0, 1), 7));

  private final BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
  private HttpServer server;
  private volatile int status = 200;
  private volatile String answer = "{\"counter\":12}";
  private volatile boolean hangsUp;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(Json.PROVIDER.createReader(new ByteArrayInputStream(body)).readObject());
          if (!hangsUp) {
            byte[] text = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, text.length);
            exchange.getResponseBody().write(text);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private WriteOutcome write() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return new RemoteResource(address, Duration.ofSeconds(5)).write(ID, "n2", TOKEN);
  }

  @Test
  void sends_id_node_and_token_and_answers_with_the_counter() {
    assertThat(write()).isEqualTo(new WriteOutcome.Stored(12));
    assertThat(received)
        .singleElement()
        .hasToString("{\"id\":\"w-1\",\"node\":\"n2\",\"token\":7}");
  }

  @Test
  void a_refusal_is_passed_on_and_not_repeated() {
    status = 409;
    assertThat(write()).isInstanceOf(WriteOutcome.Stale.class);
    assertThat(received).hasSize(1);
  }

  @Test
  void a_connection_cut_without_an_answer_is_an_unknown_outcome_sent_once() {
    hangsUp = true;
    assertThat(write()).isInstanceOf(WriteOutcome.Unknown.class);
    assertThat(received).hasSize(1);
  }

  @Test
  void nobody_there_is_an_unknown_outcome_too() {
    server.stop(0);
    assertThat(write()).isInstanceOf(WriteOutcome.Unknown.class);
  }

  @Test
  void any_other_answer_is_a_broken_resource() {
    status = 500;
    assertThat(write()).isInstanceOf(WriteOutcome.Broken.class);
    status = 200;
    answer = "{}";
    assertThat(write()).isInstanceOf(WriteOutcome.Broken.class);
    answer = "nonsense";
    assertThat(write()).isInstanceOf(WriteOutcome.Broken.class);
    assertThat(received).hasSize(3);
  }
}
