package dev.primacy.rest;

import dev.primacy.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer for one state of a group, which lasts for thousands of refused calls. Its headers are
 * texts: servers look for a way to write anything else, each time.
 *
 * @param refusal what it says
 * @param status its status
 * @param problem its document
 * @param headers its headers, but for the type
 */
record PreparedAnswer(
    Refusal refusal, StatusType status, ProblemTemplate problem, Map<String, String> headers) {
  static final String ROLE = "Primacy-Role";
  static final String TERM = "Primacy-Term";

  static PreparedAnswer of(Refusal refusal, int status, ProblemTemplate problem) {
    Map<String, String> headers = new TreeMap<>();
    headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfterSeconds(refusal)));
    headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
    headers.put(ROLE, refusal.role().name());
    refusal.term().ifPresent(term -> headers.put(TERM, String.valueOf(term)));
    return new PreparedAnswer(refusal, status(status), problem, headers);
  }

  private static StatusType status(int code) {
    Status known = Status.fromStatusCode(code);
    return known == null ? new Unregistered(code) : known;
  }

  /** A status that the REST API has no name for. */
  private record Unregistered(int getStatusCode) implements StatusType {
    @Override
    public Status.Family getFamily() {
      return Status.Family.familyOf(getStatusCode);
    }

    @Override
    public String getReasonPhrase() {
      return "";
    }
  }

  /** Whole seconds, rounded up: zero would invite an immediate storm. */
  private static long retryAfterSeconds(Refusal refusal) {
    return Math.max(1, (refusal.retryAfter().toMillis() + 999) / 1000);
  }

  boolean says(Refusal asked) {
    return refusal.equals(asked);
  }

  Response.ResponseBuilder to(String path) {
    Response.ResponseBuilder answer =
        Response.status(status).type(Answers.PROBLEM).entity(problem.with(path));
    headers.forEach(answer::header);
    return answer;
  }

  void putInto(MultivaluedMap<String, Object> present) {
    headers.forEach(present::putSingle);
  }
}
