package dev.primacy.rest;

import dev.primacy.OutcomeUnknownException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Answers {@link OutcomeUnknownException} with {@code Primacy-Outcome: unknown}, unless the
 * application has a mapper of its own for it.
 *
 * @since 0.1
 */
@ApplicationScoped
@Priority(Integer.MAX_VALUE)
public class OutcomeUnknownMapper implements ExceptionMapper<OutcomeUnknownException> {
  @Inject Answers answers;
  @Context UriInfo uri;

  /** For the container. */
  public OutcomeUnknownMapper() {}

  @Override
  public Response toResponse(OutcomeUnknownException unknown) {
    return answers.unknownOutcome(unknown.refusal(), uri);
  }
}
