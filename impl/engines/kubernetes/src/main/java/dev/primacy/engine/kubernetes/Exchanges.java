package dev.primacy.engine.kubernetes;

import static dev.primacy.engine.kubernetes.Messages.LOG;

import dev.primacy.spi.StoreException;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request once and waits for its answer, no longer than told. */
final class Exchanges {

  private final HttpClient client;
  private final Health health;
  private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Exchanges(HttpClient client, Health health) {
    this.client = client;
    this.health = health;
  }

  HttpRequest.Builder request() {
    return client.newHttpRequestBuilder();
  }

  /**
   * The answer, whatever it is.
   *
   * @throws NotSent if the server certainly saw nothing of it
   * @throws StoreException if that is not known
   */
  Answer send(HttpRequest.Builder request, Budget time)
      throws NotSent, StoreException, InterruptedException {
    if (closed) {
      throw new NotSent(LOG.closed(), new IllegalStateException("closed"));
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Runnable release = () -> answer.completeExceptionally(new IllegalStateException("closed"));
    waiting.add(release);
    try {
      if (closed) {
        release.run();
      }
      start(request.timeout(time.leftMillis(), TimeUnit.MILLISECONDS).build(), answer);
      return await(answer, time);
    } finally {
      waiting.remove(release);
      answer.cancel(false);
    }
  }

  private Answer await(CompletableFuture<Answer> answer, Budget time)
      throws NotSent, StoreException, InterruptedException {
    try {
      if (!time.await(answer)) {
        throw late(time);
      }
      return answer.get();
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    }
  }

  private void start(HttpRequest request, CompletableFuture<Answer> answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    var unused =
        client
            .consumeBytes(
                request,
                (chunks, body) -> {
                  add(chunks, bytes);
                  body.consume();
                })
            .whenComplete(
                (response, failure) -> {
                  if (failure != null) {
                    answer.completeExceptionally(failure);
                  } else {
                    collect(response, bytes, answer);
                  }
                });
  }

  private static void add(List<ByteBuffer> chunks, ByteArrayOutputStream bytes) {
    for (ByteBuffer chunk : chunks) {
      byte[] part = new byte[chunk.remaining()];
      chunk.get(part);
      bytes.writeBytes(part);
    }
  }

  /** Whoever gave up ends the connection: it would carry an answer that nobody takes. */
  private static void collect(
      HttpResponse<AsyncBody> response,
      ByteArrayOutputStream bytes,
      CompletableFuture<Answer> answer) {
    AsyncBody body = response.body();
    var unused =
        answer.whenComplete(
            (taken, givenUp) -> {
              if (givenUp != null) {
                body.cancel();
              }
            });
    var unusedToo =
        body.done()
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    answer.completeExceptionally(failure);
                  } else {
                    answer.complete(new Answer(response.code(), bytes.toByteArray()));
                  }
                });
    body.consume();
  }

  private StoreException failure(Throwable cause) throws NotSent {
    if (closed) {
      return new StoreException(LOG.closed(), cause);
    }
    String reason = Failures.reason(cause);
    if (Failures.isNeverSent(cause)) {
      String message = LOG.notConnected(reason);
      health.lost(message);
      throw new NotSent(message, cause);
    }
    return lost(LOG.failed(reason), cause);
  }

  private StoreException late(Budget time) {
    String message = LOG.noAnswer(time.all().toMillis());
    return lost(message, new TimeoutException(message));
  }

  private StoreException lost(String message, Throwable cause) {
    health.lost(message);
    return new StoreException(message, cause);
  }

  /** Lets go whoever waits. */
  void close() {
    closed = true;
    waiting.forEach(Runnable::run);
  }
}
