package dev.primacy.engine.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A relay that answers whatever a test wants, sound or not. */
final class ScriptedRelay implements AutoCloseable {
  static final String TOKEN = "0123456789abcdef0123456789abcdef";
  static final Duration TIMEOUT = Duration.ofMillis(500);
  private static final int CHUNKED = 0;

  /** Answers one request. */
  interface Script {
    void answer(HttpExchange exchange) throws IOException;
  }

  final List<String> asked = new CopyOnWriteArrayList<>();
  volatile Script script = exchange -> send(exchange, 200, frames(out -> frame(out, 'E')));
  volatile Script watch = exchange -> hang(exchange);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);

  ScriptedRelay() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] unused = exchange.getRequestBody().readAllBytes();
      String operation = exchange.getRequestURI().getPath();
      asked.add(operation);
      (operation.endsWith("/watch") ? watch : script).answer(exchange);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/relay";
  }

  Surroundings surroundings() {
    return Surroundings.of(new RelayEngine())
        .withRequestTimeout(TIMEOUT)
        .withLease(Duration.ofMillis(600))
        .with("primacy.relay.url", url())
        .with("primacy.relay.token", TOKEN);
  }

  /** Says nothing until the end of the test. */
  void hang(HttpExchange exchange) {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    begin(exchange, status);
    exchange.getResponseBody().write(body);
  }

  static OutputStream begin(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", Body.TYPE);
    exchange.sendResponseHeaders(status, CHUNKED);
    return exchange.getResponseBody();
  }

  static void refuse(HttpExchange exchange, int status, String detail) throws IOException {
    exchange.getResponseHeaders().set("Primacy-Relay", "refused");
    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
    byte[] body = ("{\"status\":" + status + ",\"detail\":\"" + detail + "\"}").getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  /** Fills an answer. */
  interface Content {
    void writeTo(DataOutputStream out) throws IOException;
  }

  static byte[] frames(Content content) {
    return bytes(
        out -> {
          out.write(new byte[] {'P', 'R', 'Y', 1});
          content.writeTo(out);
        });
  }

  static byte[] bytes(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void frame(DataOutputStream out, char type, byte... payload) throws IOException {
    out.writeByte(type);
    out.writeInt(payload.length);
    out.write(payload);
  }

  static void key(DataOutputStream out, RecordKey key) throws IOException {
    out.writeByte(key.kind() == RecordKind.NODE ? 'N' : key.kind() == RecordKind.GROUP ? 'G' : 'S');
    out.writeUTF(key.name());
  }

  static void record(DataOutputStream out, RecordKey key, String version, byte... value)
      throws IOException {
    frame(
        out,
        'R',
        bytes(
            in -> {
              key(in, key);
              in.writeUTF(version);
              in.write(value);
            }));
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
