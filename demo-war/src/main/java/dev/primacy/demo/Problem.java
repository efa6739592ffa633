package dev.primacy.demo;

import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;

/** Answers of the kind RFC 9457. */
final class Problem {
  /** The media type. */
  static final String MEDIA_TYPE = "application/problem+json";

  private Problem() {}

  /** An answer with this status and one numbered sentence. */
  static Response of(int status, String title, String detail) {
    JsonObjectBuilder problem =
        Json.PROVIDER
            .createObjectBuilder()
            .add("type", "about:blank")
            .add("title", title)
            .add("status", status)
            .add("detail", detail);
    return Response.status(status)
        .type(MEDIA_TYPE)
        .header("Cache-Control", "no-store")
        .entity(problem.build())
        .build();
  }
}
