package dev.primacy.rest;

import dev.primacy.ClusterNode;
import dev.primacy.Refusal;
import dev.primacy.RefusalReason;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.settings.UrlPrefixes;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/**
 * Sends refused calls to the primary. What the primary says about itself comes from the store, and
 * is followed only to where the configuration allows it. A call is sent on once: two nodes that
 * each take the other for the primary must not pass it to and fro.
 */
@Dependent
class Redirects {
  /** In the query of a call that was sent on; a header would not come along. */
  static final String MARK = "primacy-redirected";

  private final UrlPrefixes allowed;
  private final Optional<URI> own;

  @Inject
  Redirects(PrimacyRuntime runtime) {
    this(runtime.settings());
  }

  private Redirects(Settings settings) {
    this(
        UrlPrefixes.of(settings.values().text("primacy.guard.redirect.allow").orElse("")),
        settings.node().endpoint());
  }

  Redirects(UrlPrefixes allowed, Optional<URI> own) {
    this.allowed = allowed;
    this.own = own;
  }

  /** The answer that sends a call on; empty if it has to be refused. */
  Optional<Response> of(Gate gate, UriInfo request) {
    Refusal refusal = gate.refusal();
    if (refusal.reason() != RefusalReason.NOT_PRIMARY
        || request.getQueryParameters().containsKey(MARK)) {
      return Optional.empty();
    }
    return gate.primary()
        .filter(primary -> !primary.id().equals(refusal.node()))
        .flatMap(ClusterNode::endpoint)
        .flatMap(primary -> target(primary, request.getRequestUri()))
        .map(target -> answer(target, refusal));
  }

  /** Where the same request is answered by the primary; empty if nobody may be sent there. */
  Optional<URI> target(URI primary, URI request) {
    if (!allowed.permit(primary) || own.filter(primary::equals).isPresent()) {
      return Optional.empty();
    }
    try {
      URI path = URI.create(base(primary) + request.getRawPath());
      String query = request.getRawQuery() == null ? "" : request.getRawQuery() + "&";
      // once more, for dots in the path could lead out of what is allowed
      return allowed.permit(path)
          ? Optional.of(URI.create(path + "?" + query + MARK + "=1"))
          : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static String base(URI primary) {
    String text = primary.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static Response answer(URI target, Refusal refusal) {
    Response.ResponseBuilder answer =
        Response.status(Status.TEMPORARY_REDIRECT)
            .location(target)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header(PreparedAnswer.ROLE, refusal.role().name());
    refusal.term().ifPresent(term -> answer.header(PreparedAnswer.TERM, String.valueOf(term)));
    return answer.build();
  }
}
