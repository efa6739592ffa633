package dev.primacy.rest;

import dev.primacy.FencingToken;
import dev.primacy.Refusal;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.rest.ProblemDocument.Disclosure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller sees of the guard: refusals, the token of a call let in, and the unknown outcome.
 */
@ApplicationScoped
class Answers {
  private static final MediaType PROBLEM = new MediaType("application", "problem+json");
  private static final String ROLE = "Primacy-Role";
  private static final String TERM = "Primacy-Term";
  private static final String OUTCOME = "Primacy-Outcome";
  private static final String UNKNOWN = "unknown";
  private static final Annotation[] NO_ANNOTATIONS = {};

  /** What speaks of the answer that is replaced; other headers, such as CORS ones, stay. */
  private static final List<String> OF_THE_ENTITY =
      List.of(
          HttpHeaders.CONTENT_LENGTH,
          HttpHeaders.CONTENT_ENCODING,
          HttpHeaders.CONTENT_LANGUAGE,
          HttpHeaders.CONTENT_LOCATION,
          HttpHeaders.CONTENT_DISPOSITION,
          "Content-Range",
          "Accept-Ranges",
          HttpHeaders.ETAG,
          HttpHeaders.EXPIRES,
          HttpHeaders.LAST_MODIFIED,
          HttpHeaders.LOCATION);

  private final ProblemDocument problem;

  /** For the container's proxy. */
  Answers() {
    problem = new ProblemDocument(Disclosure.NOTHING);
  }

  @Inject
  Answers(PrimacyRuntime runtime) {
    problem = new ProblemDocument(Disclosure.of(runtime.settings()));
  }

  /** The answer to a call that was not let in. */
  Response refusal(Refusal refusal, URI request) {
    return unavailable(refusal, problem.refused(refusal, request.getRawPath())).build();
  }

  /** The answer to a call that was let in and may have outlived the role. */
  Response unknownOutcome(Refusal refusal, URI request) {
    return unavailable(refusal, problem.unknownOutcome(refusal, request.getRawPath()))
        .header(OUTCOME, UNKNOWN)
        .build();
  }

  private static Response.ResponseBuilder unavailable(Refusal refusal, byte[] document) {
    Response.ResponseBuilder answer =
        Response.status(Status.SERVICE_UNAVAILABLE).type(PROBLEM).entity(document);
    headers(refusal).forEach(answer::header);
    return answer;
  }

  private static Map<String, Object> headers(Refusal refusal) {
    Map<String, Object> headers = new HashMap<>();
    headers.put(HttpHeaders.RETRY_AFTER, retryAfterSeconds(refusal));
    headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
    headers.put(ROLE, refusal.role().name());
    refusal.term().ifPresent(term -> headers.put(TERM, term));
    return headers;
  }

  /** Completes the response of a call that was let in. */
  void finish(GuardedCall call, URI request, ContainerResponseContext response) {
    if (call.leave()) {
      FencingToken token = call.token();
      if (token != null) {
        response.getHeaders().putSingle(TERM, token.term());
      }
    } else if (response.getStatus() < Status.BAD_REQUEST.getStatusCode()) {
      replace(response, call.gate().refusal(), request);
    } else if (response.getStatus() >= Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
      response.getHeaders().putSingle(OUTCOME, UNKNOWN);
    }
  }

  private void replace(ContainerResponseContext response, Refusal refusal, URI request) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    OF_THE_ENTITY.forEach(headers::remove);
    headers(refusal).forEach(headers::putSingle);
    headers.putSingle(OUTCOME, UNKNOWN);
    response.setStatus(Status.SERVICE_UNAVAILABLE.getStatusCode());
    response.setEntity(
        problem.unknownOutcome(refusal, request.getRawPath()), NO_ANNOTATIONS, PROBLEM);
  }

  /** Whole seconds, rounded up: zero would invite an immediate storm. */
  private static long retryAfterSeconds(Refusal refusal) {
    return Math.max(1, (refusal.retryAfter().toMillis() + 999) / 1000);
  }
}
