package dev.primacy.rest;

import dev.primacy.FencingToken;
import dev.primacy.Refusal;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.rest.ProblemDocument.Disclosure;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a caller sees of the guard: refusals, the token of a call let in, and the unknown outcome.
 */
@Dependent
class Answers {
  static final MediaType PROBLEM = new MediaType("application", "problem+json");
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

  /** What a refusal is answered with, unless its method says otherwise. */
  private final int usualStatus;

  /** The latest refusal of each group. */
  private final Map<String, PreparedAnswer> refusals = new ConcurrentHashMap<>();

  /** Those with another status. */
  private final Map<Integer, Map<String, PreparedAnswer>> others = new ConcurrentHashMap<>();

  @Inject
  Answers(PrimacyRuntime runtime) {
    problem = new ProblemDocument(Disclosure.of(runtime.settings()));
    usualStatus = runtime.settings().values().integer("primacy.guard.status");
  }

  /** The answer to a call that was not let in, by whoever has no method to ask for the status. */
  Response refusal(Refusal refusal, UriInfo request) {
    return refusal(refusal, usualStatus, request);
  }

  /** The answer to a call that was not let in. */
  Response refusal(Refusal refusal, int status, UriInfo request) {
    Map<String, PreparedAnswer> known =
        status == usualStatus
            ? refusals
            : others.computeIfAbsent(status, s -> new ConcurrentHashMap<>());
    PreparedAnswer latest = known.get(refusal.group());
    PreparedAnswer prepared =
        latest != null && latest.says(refusal) ? latest : prepare(refusal, status, known);
    return prepared.to(path(request)).build();
  }

  private PreparedAnswer prepare(Refusal refusal, int status, Map<String, PreparedAnswer> known) {
    PreparedAnswer prepared = PreparedAnswer.of(refusal, status, problem.refused(refusal, status));
    known.put(refusal.group(), prepared);
    return prepared;
  }

  /** The answer to a call that was let in and may have outlived the role. */
  Response unknownOutcome(Refusal refusal, UriInfo request) {
    return unknown(refusal).to(path(request)).header(OUTCOME, UNKNOWN).build();
  }

  private PreparedAnswer unknown(Refusal refusal) {
    return PreparedAnswer.of(
        refusal, Status.SERVICE_UNAVAILABLE.getStatusCode(), problem.unknownOutcome(refusal));
  }

  private static String path(UriInfo request) {
    return request.getRequestUri().getRawPath();
  }

  /** Completes the response of a call that was let in. */
  void finish(GuardedCall call, UriInfo request, ContainerResponseContext response) {
    if (call.leave()) {
      FencingToken token = call.token();
      if (token != null) {
        response.getHeaders().putSingle(PreparedAnswer.TERM, String.valueOf(token.term()));
      }
    } else if (response.getStatus() < Status.BAD_REQUEST.getStatusCode()) {
      replace(response, call.gate().refusal(), request);
    } else if (response.getStatus() >= Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
      response.getHeaders().putSingle(OUTCOME, UNKNOWN);
    }
  }

  private void replace(ContainerResponseContext response, Refusal refusal, UriInfo request) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    OF_THE_ENTITY.forEach(headers::remove);
    PreparedAnswer unknown = unknown(refusal);
    unknown.putInto(headers);
    headers.putSingle(OUTCOME, UNKNOWN);
    response.setStatus(Status.SERVICE_UNAVAILABLE.getStatusCode());
    response.setEntity(unknown.problem().with(path(request)), NO_ANNOTATIONS, PROBLEM);
  }
}
