package dev.primacy.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the primary protects: it stores every write that comes under the greatest token it has seen
 * or a greater one, as often as it comes, so that a write sent twice shows.
 */
final class WriteLog implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<String> ids = new ArrayList<>(); // guarded by the lock
  private long greatest; // guarded by the lock

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  WriteLog() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  /** For {@code demo.resource}. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** The id of each write that was stored, in order. */
  List<String> stored() {
    lock.lock();
    try {
      return List.copyOf(ids);
    } finally {
      lock.unlock();
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange;
        JsonReader reader = Json.PROVIDER.createReader(exchange.getRequestBody())) {
      long counter = store(reader.readObject());
      byte[] answer = "{\"counter\":%d}".formatted(counter).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(counter > 0 ? 200 : 409, answer.length);
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(answer);
      }
    }
  }

  /** How many there are then; 0 if it was refused. */
  private long store(JsonObject write) {
    JsonValue token = write.get("token");
    long term = Long.parseLong(token.toString());
    lock.lock();
    try {
      if (term < greatest) {
        return 0;
      }
      greatest = term;
      ids.add(write.getString("id"));
      return ids.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
