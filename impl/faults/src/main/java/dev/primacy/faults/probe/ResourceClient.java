package dev.primacy.faults.probe;

import dev.primacy.FencingToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The way to the fenced resource: each write is one POST, sent once. */
@ApplicationScoped
class ResourceClient {
  static final String RESOURCE = "faults.resource";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /**
   * Writes.
   *
   * @return 200 stored, 409 refused for its token, 504 nobody knows
   */
  Response.Status write(String id, String process, FencingToken token) {
    HttpRequest request = request(id, process, token);
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return Response.Status.fromStatusCode(status);
    } catch (IOException e) {
      return Response.Status.GATEWAY_TIMEOUT;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Response.Status.GATEWAY_TIMEOUT;
    }
  }

  private static HttpRequest request(String id, String process, FencingToken token) {
    JsonObject document =
        Json.createObjectBuilder()
            .add("id", id)
            .add("process", process)
            .add("scope", token.scope().toString())
            .add("term", token.term())
            .build();
    return HttpRequest.newBuilder(URI.create(System.getProperty(RESOURCE)))
        .timeout(PATIENCE)
        .POST(HttpRequest.BodyPublishers.ofString(document.toString()))
        .build();
  }
}
