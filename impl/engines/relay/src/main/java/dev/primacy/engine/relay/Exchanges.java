package dev.primacy.engine.relay;

import static dev.primacy.engine.relay.Messages.LOG;

import dev.primacy.spi.StoreException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sends each request once. */
final class Exchanges {
  private final HttpClient client;
  private final String authorization;
  private final Map<Answer, Exchange> underWay = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Exchanges(HttpClient client, String token) {
    this.client = client;
    this.authorization = "Bearer " + token;
  }

  boolean isClosed() {
    return closed;
  }

  /** Begins; the answer is told of everything, also that nothing could be sent. */
  void send(URI relay, String operation, byte[] body, Answer answer) {
    if (closed) {
      answer.refused(new StoreException(LOG.closed()), false);
      return;
    }
    Exchange exchange = new Exchange();
    underWay.put(answer, exchange);
    CompletableFuture<?> response =
        client.sendAsync(
            request(relay, operation, body), info -> exchange.begin(new Body(relay, info, answer)));
    exchange.sent(response);
    var unused = response.whenComplete((done, failure) -> ended(relay, answer, failure));
    if (closed) {
      giveUp(answer, new StoreException(LOG.closed()));
    }
  }

  private void ended(URI relay, Answer answer, @Nullable Throwable failure) {
    underWay.remove(answer);
    if (failure != null) {
      failed(relay, answer, failure);
    }
  }

  private HttpRequest request(URI relay, String operation, byte[] body) {
    return HttpRequest.newBuilder(relay.resolve(operation))
        .header("Authorization", authorization)
        .header("Content-Type", Body.TYPE)
        .header("Accept", Body.TYPE)
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private void failed(URI relay, Answer answer, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String reason = Frames.shown(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    if (closed) {
      answer.broken(new StoreException(LOG.closed(), cause));
    } else if (isNeverSent(cause)) {
      answer.refused(new StoreException(LOG.notConnected(relay.toString(), reason), cause), true);
    } else {
      answer.broken(new StoreException(LOG.failed(relay.toString(), reason), cause));
    }
  }

  private static boolean isNeverSent(Throwable cause) {
    return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
  }

  /** Nobody waits for it any more; what ends the connection it came by, if it does still come. */
  void giveUp(Answer answer, StoreException reason) {
    Exchange exchange = underWay.remove(answer);
    answer.broken(reason);
    if (exchange != null) {
      exchange.giveUp();
    }
  }

  /** Lets go whoever waits. */
  void close() {
    closed = true;
    for (Answer answer : Set.copyOf(underWay.keySet())) {
      giveUp(answer, new StoreException(LOG.closed()));
    }
  }
}
