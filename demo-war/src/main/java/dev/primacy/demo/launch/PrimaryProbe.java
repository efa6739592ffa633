package dev.primacy.demo.launch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Asks the nodes again and again until one says that it is the primary. */
final class PrimaryProbe implements AutoCloseable {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  private static final long EVERY_MILLIS = 250;

  /** No JSON library: this runs on Maven's class path. */
  private static final Pattern PRIMARY = Pattern.compile("\"role\"\\s*:\\s*\"PRIMARY\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_WITHIN)
          .build();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "primary-probe");
            thread.setDaemon(true);
            return thread;
          });

  /** Completes with the first primary's plan. */
  CompletableFuture<NodePlan> primary(List<NodePlan> plans) {
    CompletableFuture<NodePlan> found = new CompletableFuture<>();
    var unused = // ends with the timer
        timer.scheduleWithFixedDelay(
            () -> plans.stream().filter(this::isPrimary).findFirst().ifPresent(found::complete),
            0,
            EVERY_MILLIS,
            TimeUnit.MILLISECONDS);
    return found;
  }

  private boolean isPrimary(NodePlan plan) {
    HttpRequest question =
        HttpRequest.newBuilder(plan.url().resolve("role")).timeout(ANSWER_WITHIN).build();
    try {
      String answer = client.send(question, HttpResponse.BodyHandlers.ofString()).body();
      return PRIMARY.matcher(answer).find();
    } catch (IOException e) {
      return false; // not there yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
