package dev.primacy.admin;

import dev.primacy.control.ControlError;
import dev.primacy.control.ControlException;
import jakarta.json.JsonObjectBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request is not carried out: thrown where that is found, answered at the front. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(409, "Conflict"),
          Map.entry(412, "Precondition Failed"),
          Map.entry(413, "Content Too Large"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(423, "Locked"),
          Map.entry(428, "Precondition Required"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  private final int status;
  private final transient Map<String, String> headers;

  /** Serialized with the message. */
  private final @Nullable ControlError error;

  private Problem(
      int status, String detail, Map<String, String> headers, @Nullable ControlError error) {
    super(detail, null, false, false);
    this.status = status;
    this.headers = headers;
    this.error = error;
  }

  static Problem of(int status, String detail) {
    return new Problem(status, detail, Map.of(), null);
  }

  static Problem of(ControlException refused) {
    return new Problem(
        Statuses.of(refused.error()),
        Optional.ofNullable(refused.getMessage()).orElse(""),
        Map.of(),
        refused.error());
  }

  /** What is wrong with the request itself. */
  static Problem badRequest(String detail) {
    return new Problem(400, detail, Map.of(), ControlError.BAD_REQUEST);
  }

  Problem with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Problem(status, getMessage(), Collections.unmodifiableMap(more), error);
  }

  @Override
  public String getMessage() {
    return Optional.ofNullable(super.getMessage()).orElse("");
  }

  /** In one word, for the log. */
  String word() {
    return error == null ? Integer.toString(status) : error.name();
  }

  /**
   * The document of RFC 9457.
   *
   * @param correlation what the log calls this request. Left out of 401, so that all answers to
   *     whoever is not known are the same to the byte
   */
  Answer answer(String correlation) {
    JsonObjectBuilder document =
        Json.PROVIDER
            .createObjectBuilder()
            .add("type", "about:blank")
            .add("title", TITLES.getOrDefault(status, "Error"))
            .add("status", status)
            .add("detail", getMessage());
    if (error != null) {
      document.add("error", error.name()).add("code", error.code());
    }
    if (status != 401) {
      document.add("correlationId", correlation);
    }
    return new Answer(status, Answer.PROBLEM, headers, document.build() + "\n");
  }
}
