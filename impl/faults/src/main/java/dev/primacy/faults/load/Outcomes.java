package dev.primacy.faults.load;

import dev.primacy.FencingToken;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.faults.history.Answer;
import dev.primacy.faults.history.Call;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to one call proves.
 *
 * @param id the call
 * @param node the node it was sent to
 * @param invoked before it was sent
 */
record Outcomes(String id, String node, long invoked) {
  private static final String OUTCOME = "Primacy-Outcome";
  private static final int DONE = 200;
  private static final int FENCED = 409;
  private static final int REFUSED = 503;

  Outcomes(String id, String node) {
    this(id, node, SystemClocks.INSTANCE.nanos());
  }

  Call of(@Nullable HttpResponse<String> response, @Nullable Throwable failure) {
    return response == null ? failed(failure) : answered(response);
  }

  private Call answered(HttpResponse<String> response) {
    int status = response.statusCode();
    String detail = Integer.toString(status);
    if (status == DONE) {
      return done(response.body());
    }
    if (status == FENCED) {
      return call(Answer.FENCED, detail);
    }
    boolean refused = status == REFUSED && response.headers().firstValue(OUTCOME).isEmpty();
    return call(refused ? Answer.NOT_RUN : Answer.UNKNOWN, detail);
  }

  private Call done(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      JsonObject receipt = reader.readObject();
      FencingToken token =
          new FencingToken(
              UUID.fromString(receipt.getString("scope")),
              receipt.getJsonNumber("term").longValueExact());
      return call(
          Answer.DONE, Optional.of(receipt.getString("process")), Optional.of(token), "200");
    }
  }

  /** Without a connection nothing was sent; with one, nobody knows. */
  private Call failed(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    boolean unsent =
        cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    return call(unsent ? Answer.NOT_RUN : Answer.UNKNOWN, String.valueOf(cause));
  }

  private Call call(Answer answer, String detail) {
    return call(answer, Optional.empty(), Optional.empty(), detail);
  }

  private Call call(
      Answer answer, Optional<String> process, Optional<FencingToken> token, String detail) {
    long returned = SystemClocks.INSTANCE.nanos();
    return new Call(id, node, invoked, returned, answer, process, token, detail);
  }
}
