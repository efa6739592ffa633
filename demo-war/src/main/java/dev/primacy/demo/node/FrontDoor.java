package dev.primacy.demo.node;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server: open to the network from before the application starts until after it has
 * stopped, so that a caller gets an answer, 503, instead of a refused connection.
 */
final class FrontDoor implements AutoCloseable {
  private static final long LARGEST_BODY = 64 * 1024;
  private static final long LAST_CALLS_MILLIS = 2_000;
  private static final String CLOSED =
      """
      {"type":"about:blank","title":"Service Unavailable","status":503,\
      "detail":"this node is starting or stopping","retryAfterMs":1000}""";

  private final Undertow server;

  /** Null while the application is not there; changed by the node's own thread. */
  private volatile @Nullable GracefulShutdownHandler application;

  private FrontDoor(NodeOptions options) {
    this.server =
        Undertow.builder()
            .addHttpListener(options.http(), options.bind())
            .setHandler(this::hand)
            .setIoThreads(2)
            .setWorkerThreads(32)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_BODY)
            .build();
  }

  /** Listens, and answers 503. */
  static FrontDoor open(NodeOptions options) {
    FrontDoor door = new FrontDoor(options);
    door.server.start();
    return door;
  }

  /** Every call from now on goes to the application. */
  void admit(HttpHandler calls) {
    application = Handlers.gracefulShutdown(calls);
  }

  /** No call from now on goes to the application; waits a moment for those that are inside. */
  void shut() {
    GracefulShutdownHandler inside = application;
    application = null;
    if (inside == null) {
      return;
    }
    inside.shutdown();
    try {
      inside.awaitShutdown(LAST_CALLS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hand(HttpServerExchange exchange) throws Exception {
    GracefulShutdownHandler inside = application;
    if (inside == null) {
      unavailable(exchange);
    } else {
      inside.handleRequest(exchange);
    }
  }

  private static void unavailable(HttpServerExchange exchange) {
    exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseSender().send(CLOSED);
  }

  @Override
  public void close() {
    server.stop();
  }
}
