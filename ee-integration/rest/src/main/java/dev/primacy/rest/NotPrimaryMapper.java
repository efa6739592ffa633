package dev.primacy.rest;

import dev.primacy.NotPrimaryException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Answers {@link NotPrimaryException} when the application has no mapper of its own for it: when a
 * guarded bean refuses behind a resource that was let in. Last in priority, so that an
 * application's own wins.
 *
 * @since 0.1
 */
@ApplicationScoped
@Priority(Integer.MAX_VALUE)
public class NotPrimaryMapper implements ExceptionMapper<NotPrimaryException> {
  @Inject Answers answers;
  @Context UriInfo uri;

  /** For the container. */
  public NotPrimaryMapper() {}

  @Override
  public Response toResponse(NotPrimaryException refused) {
    return answers.refusal(refused.refusal(), uri);
  }
}
