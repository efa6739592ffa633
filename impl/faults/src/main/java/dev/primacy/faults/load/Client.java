package dev.primacy.faults.load;

import dev.primacy.faults.history.Call;
import jakarta.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Sends calls, each with an id of its own and each once, and records what came of it. */
final class Client {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final AtomicLong count = new AtomicLong();
  private final IntFunction<URI> addresses;
  private final Recorder recorder;

  /**
   * Makes it.
   *
   * @param addresses where each node takes the calls
   */
  Client(IntFunction<URI> addresses, Recorder recorder) {
    this.addresses = addresses;
    this.recorder = recorder;
  }

  /**
   * Calls a node.
   *
   * @param node its number
   * @param hold how many milliseconds the node is to work before it writes
   * @return the call as it was recorded; never fails
   */
  CompletableFuture<Call> call(int node, int hold) {
    String id = "w" + count.incrementAndGet();
    String body = Json.createObjectBuilder().add("id", id).add("hold", hold).build().toString();
    HttpRequest request =
        HttpRequest.newBuilder(addresses.apply(node))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    Outcomes outcomes = new Outcomes(id, "n" + node);
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .handle(outcomes::of)
        .whenComplete((call, failure) -> recorder.record(call));
  }
}
