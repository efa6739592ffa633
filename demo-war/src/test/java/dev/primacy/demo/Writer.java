package dev.primacy.demo;

import static dev.primacy.demo.NodeProcess.json;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** A hundred writes a second to one address, each with an id of its own, none of them repeated. */
final class Writer implements AutoCloseable {
  private static final long EVERY_MILLIS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private final Collection<Write> writes = new ConcurrentLinkedQueue<>();
  private final URI address;
  private final String series;

  /**
   * What came of one write.
   *
   * @param id its id
   * @param node who did it; empty unless it was answered 200
   * @param outcome the status, with {@code unknown} if the answer says so, or the failure
   * @param at when it was answered, by the monotonic clock
   */
  record Write(String id, String node, String outcome, long at) {
    boolean isDone() {
      return outcome.equals("200");
    }

    /** Whether whoever answered says that it certainly did not run. */
    boolean isRefused() {
      return outcome.equals("503") || outcome.equals("429");
    }
  }

  private Writer(URI address, String series) {
    this.address = address;
    this.series = series;
  }

  /** Begins. */
  static Writer start(String host, String series) {
    Writer writer = new Writer(URI.create("http://" + host + "/write"), series);
    var unused =
        writer.clock.scheduleAtFixedRate(writer::write, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return writer;
  }

  private void write() {
    String id = series + "-" + sent.incrementAndGet();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"" + id + "\"}"))
            .build();
    var unused =
        client
            .sendAsync(request, HttpResponse.BodyHandlers.ofString())
            .handle(
                (answer, failure) -> writes.add(failure == null ? of(id, answer) : of(id, failure)))
            .whenComplete((added, failure) -> answered.incrementAndGet());
  }

  private static Write of(String id, HttpResponse<String> answer) {
    int status = answer.statusCode();
    String unknown =
        answer.headers().firstValue("Primacy-Outcome").map(outcome -> " " + outcome).orElse("");
    String node = status == 200 ? json(answer).getString("node") : "";
    return new Write(id, node, status + unknown, System.nanoTime());
  }

  private static Write of(String id, Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new Write(id, "", cause.getClass().getSimpleName(), System.nanoTime());
  }

  /** Whether that many writes were done from now on that meet the condition. */
  long done(Predicate<Write> which) {
    return writes.stream().filter(Write::isDone).filter(which).count();
  }

  /** All that were answered, in the order of their answers. */
  List<Write> writes() {
    return List.copyOf(writes);
  }

  /** The longest time between two writes that were done. */
  Duration longestGap() {
    List<Long> done = writes.stream().filter(Write::isDone).map(Write::at).sorted().toList();
    long longest = 0;
    for (int i = 1; i < done.size(); i++) {
      longest = Math.max(longest, done.get(i) - done.get(i - 1));
    }
    return Duration.ofNanos(longest);
  }

  /** How the writes ended, for people. */
  String summary() {
    Map<String, Long> failed = new TreeMap<>();
    writes.stream()
        .filter(write -> !write.isDone())
        .forEach(write -> failed.merge(write.outcome(), 1L, Long::sum));
    long failures = failed.values().stream().mapToLong(Long::longValue).sum();
    return "%d writes, %d failed %s, longest time without one %d ms"
        .formatted(writes.size(), failures, failed, longestGap().toMillis());
  }

  /** Sends no more; whether every write that was sent has an outcome. */
  boolean isOver() {
    clock.shutdown();
    return clock.isTerminated() && answered.get() == sent.get();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
