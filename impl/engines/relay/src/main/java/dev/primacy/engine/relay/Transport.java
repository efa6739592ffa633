package dev.primacy.engine.relay;

import static dev.primacy.engine.relay.Messages.LOG;

import dev.primacy.spi.StoreException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's HTTP client and its threads, which end when it is closed.
 *
 * <p>That client cannot be closed before Java 21: its selector thread, and the connections that are
 * kept for reuse, stay until a garbage collection notices. But that thread closes everything and
 * ends when it is interrupted, and it belongs to the thread group in which the client was made. So
 * the client is made in a group of its own.
 */
final class Transport implements AutoCloseable {
  private static final int IDLE_SECONDS = 10;
  private static final long END_MILLIS = Duration.ofSeconds(2).toMillis();

  private final ThreadGroup group = new ThreadGroup("primacy-relay");
  private final List<Thread> selectors = new ArrayList<>();
  private final ExecutorService executor;
  private final HttpClient client;

  Transport(Duration connectTimeout, ThreadFactory threads)
      throws StoreException, InterruptedException {
    executor =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            threads);
    try {
      client = made(connectTimeout);
    } catch (StoreException | InterruptedException | RuntimeException e) {
      endThreads();
      throw e;
    }
  }

  private HttpClient made(Duration connectTimeout) throws StoreException, InterruptedException {
    FutureTask<HttpClient> making =
        new FutureTask<>(
            () ->
                HttpClient.newBuilder()
                    .executor(executor)
                    // a connection of HTTP/2 is shared by all requests, and by all their timeouts
                    .version(HttpClient.Version.HTTP_1_1)
                    // the token goes to those who were named, and nowhere else
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(connectTimeout)
                    .build());
    Thread maker = new Thread(group, making, "primacy-relay-open");
    maker.setDaemon(true);
    maker.start();
    try {
      HttpClient made = making.get();
      note(maker);
      return made;
    } catch (ExecutionException e) {
      throw new StoreException(LOG.unusableClient(String.valueOf(e.getCause())), e);
    }
  }

  HttpClient client() {
    return client;
  }

  /** Runs what must not wait, such as a log line, on another thread. */
  ExecutorService executor() {
    return executor;
  }

  @Override
  public void close() {
    endThreads();
  }

  /** Now, since threads of the executor may come to be in the group later. */
  private void note(Thread maker) {
    Thread[] found = new Thread[group.activeCount() + 1];
    int count = group.enumerate(found);
    for (int i = 0; i < count; i++) {
      if (found[i] != maker) {
        selectors.add(found[i]);
      }
    }
  }

  /** First who hands work out, then those who do it. */
  private void endThreads() {
    selectors.forEach(Thread::interrupt);
    try {
      for (Thread selector : selectors) {
        selector.join(END_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      executor.shutdownNow();
    }
  }
}
