package dev.primacy.rest.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks one server. */
public final class Client {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  Client(URI base) {
    this.base = base;
  }

  /** Where it asks. */
  public URI base() {
    return base;
  }

  public HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    return send(method, path, "");
  }

  public HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return http.send(request(method, path, body), BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> begin(String method, String path) {
    return http.sendAsync(request(method, path, ""), BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "text/plain")
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }
}
