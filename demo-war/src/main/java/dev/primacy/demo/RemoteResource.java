package dev.primacy.demo;

import dev.primacy.FencingToken;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A resource elsewhere, over HTTP: each write is one POST, sent once. Neither we nor the client try
 * again: a POST may have arrived although no answer came back.
 */
final class RemoteResource implements WriteTarget {
  private final HttpClient client;
  private final URI address;
  private final Duration timeout;

  RemoteResource(URI address, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
    // HTTP/1.1: no upgrade to offer, and no request is replayed after a GOAWAY
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public WriteOutcome write(JsonValue id, String node, Optional<FencingToken> token) {
    try {
      return outcome(client.send(request(id, node, token), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return new WriteOutcome.Unknown(DemoMessages.TEXT.noAnswer(address, e.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new WriteOutcome.Unknown(DemoMessages.TEXT.noAnswer(address, "interrupted"));
    }
  }

  private HttpRequest request(JsonValue id, String node, Optional<FencingToken> token) {
    JsonObject document =
        Json.PROVIDER
            .createObjectBuilder()
            .add("id", id)
            .add("node", node)
            .add("token", Json.term(token))
            .build();
    return HttpRequest.newBuilder(address)
        .timeout(timeout)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(document.toString()))
        .build();
  }

  private WriteOutcome outcome(HttpResponse<String> answer) {
    if (answer.statusCode() == 409) {
      return new WriteOutcome.Stale(DemoMessages.TEXT.resourceRefused(address));
    }
    OptionalLong counter =
        answer.statusCode() == 200 ? counter(answer.body()) : OptionalLong.empty();
    return counter.isPresent()
        ? new WriteOutcome.Stored(counter.getAsLong())
        : new WriteOutcome.Broken(DemoMessages.TEXT.badAnswer(address, answer.statusCode()));
  }

  private static OptionalLong counter(String body) {
    try (JsonReader reader = Json.PROVIDER.createReader(new StringReader(body))) {
      return Json.integer(reader.readObject(), "counter");
    } catch (JsonException e) {
      return OptionalLong.empty();
    }
  }
}
