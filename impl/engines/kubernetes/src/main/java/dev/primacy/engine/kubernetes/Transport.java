package dev.primacy.engine.kubernetes;

import static dev.primacy.engine.kubernetes.Messages.LOG;

import dev.primacy.spi.StoreException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
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
 * The client and its threads, which end when it is closed.
 *
 * <p>The JDK's HTTP client cannot be closed before Java 21: its selector thread, and the
 * connections that are kept for reuse, stay until a garbage collection notices. But that thread
 * closes everything and ends when it is interrupted, and it belongs to the thread group in which
 * the client was made. So the client is made in a group of its own.
 */
final class Transport implements AutoCloseable {

  private static final int IDLE_SECONDS = 10;
  private static final long END_MILLIS = Duration.ofSeconds(2).toMillis();

  private final ThreadGroup group = new ThreadGroup("primacy-kubernetes");
  private final List<Thread> selectors = new ArrayList<>();
  private final ExecutorService executor;
  private final KubernetesClient client;

  Transport(Config config, ThreadFactory threads) throws StoreException, InterruptedException {
    executor =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            threads);
    try {
      client = made(config);
    } catch (StoreException | InterruptedException | RuntimeException e) {
      endThreads();
      throw e;
    }
  }

  private KubernetesClient made(Config config) throws StoreException, InterruptedException {
    FutureTask<KubernetesClient> making =
        new FutureTask<>(
            () ->
                new KubernetesClientBuilder()
                    .withConfig(config)
                    .withHttpClientFactory(new Factory())
                    .withTaskExecutor(executor)
                    .build());
    Thread maker = new Thread(group, making, "primacy-kubernetes-open");
    maker.setDaemon(true);
    maker.start();
    try {
      KubernetesClient made = making.get();
      note(maker);
      return made;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() instanceof KubernetesClientException ? e.getCause() : e;
      throw new StoreException(
          LOG.unusableClient(config.getMasterUrl(), Failures.reason(cause)), cause);
    }
  }

  private final class Factory extends JdkHttpClientFactory {
    @Override
    protected HttpClient.Builder createNewHttpClientBuilder() {
      return HttpClient.newBuilder().executor(executor);
    }
  }

  KubernetesClient client() {
    return client;
  }

  /** Runs what must not wait, such as a log line, on another thread. */
  ExecutorService executor() {
    return executor;
  }

  @Override
  public void close() {
    client.close();
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
