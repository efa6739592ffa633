package dev.primacy.faults.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.primacy.FencingToken;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.faults.history.Arrival;
import dev.primacy.faults.network.Plane;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the primary role protects: it stores what comes under the greatest token it has seen, or a
 * greater one, and refuses the rest. A scope it has not seen closes the one before.
 */
public final class FencedResource implements AutoCloseable {
  private static final int PORT = 9000;
  private static final int OK = 200;
  private static final int CONFLICT = 409;

  private final ReentrantLock lock = new ReentrantLock();
  private final Set<UUID> closed = new HashSet<>(); // guarded by the lock
  private Optional<FencingToken> greatest = Optional.empty(); // guarded by the lock

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Recorder recorder;
  private final boolean fenced;

  /**
   * Takes its place.
   *
   * @param fenced whether it looks at tokens; false is a planted defect
   */
  public FencedResource(Recorder recorder, boolean fenced) throws IOException {
    this.recorder = recorder;
    this.fenced = fenced;
    this.server = HttpServer.create(new InetSocketAddress(Plane.SERVICE.hub(), PORT), 0);
    server.createContext("/", this::take);
    server.setExecutor(threads);
  }

  /** Answers from now on. */
  public void start() {
    server.start();
  }

  /** Where it answers. */
  public static String address() {
    return "http://" + Plane.SERVICE.hub() + ":" + PORT + "/";
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange;
        JsonReader reader = Json.createReader(exchange.getRequestBody())) {
      JsonObject write = reader.readObject();
      FencingToken token =
          new FencingToken(
              UUID.fromString(write.getString("scope")),
              write.getJsonNumber("term").longValueExact());
      boolean accepted = decide(write.getString("id"), write.getString("process"), token);
      exchange.sendResponseHeaders(accepted ? OK : CONFLICT, -1);
    }
  }

  /** Decides and records in one step, so that the order of the record is the order of decisions. */
  private boolean decide(String id, String process, FencingToken token) {
    lock.lock();
    try {
      boolean accepted = !fenced || isCurrent(token);
      if (accepted) {
        greatest
            .filter(last -> !last.isComparableWith(token))
            .ifPresent(last -> closed.add(last.scope()));
        greatest = Optional.of(token);
      }
      recorder.record(new Arrival(id, process, token, accepted, SystemClocks.INSTANCE.nanos()));
      return accepted;
    } finally {
      lock.unlock();
    }
  }

  private boolean isCurrent(FencingToken token) {
    return !closed.contains(token.scope())
        && greatest
            .filter(last -> last.isComparableWith(token) && last.supersedes(token))
            .isEmpty();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
