package dev.primacy.rest;

import dev.primacy.NotPrimaryException;
import dev.primacy.OnSecondary;
import dev.primacy.cdi.GuardedMethod;
import dev.primacy.cdi.ResourceGuard;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.GuardOutcome;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Judges every call of a guarded REST method: before its body is read, and again when its response
 * is made. A global filter that asks which method was matched is the one form that guards interface
 * annotations, sub-resources and resources that are no beans on every server.
 *
 * <p>It runs before authentication unless {@code primacy.guard.filter-priority} says otherwise: a
 * standby need not authenticate what it will not answer. A call that may wait for this node to
 * become primary waits on the server's thread: the REST API lets no filter suspend a request.
 * Scanning does not find it, because then its annotation would decide; {@link PrimacyFeature}
 * registers it.
 *
 * @since 0.1
 */
@ApplicationScoped
@Priority(FilterPriority.USUAL)
public class PrimaryOnlyFilter
    implements ContainerRequestFilter, ContainerResponseFilter, ResourceGuard {
  private static final String CALL = PrimaryOnlyFilter.class.getName();

  @Inject GuardedSites sites;
  @Inject Answers answers;
  @Inject Redirects redirects;
  @Context ResourceInfo resource;
  @Context Providers providers;

  /** For the container. */
  public PrimaryOnlyFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    if (UnmappedOnCxf.isCxf(request)) {
      UnmappedOnCxf.forget();
    }
    Class<?> type = resource.getResourceClass();
    Method method = resource.getResourceMethod();
    if (type == null || method == null) {
      return; // the server answers by itself, OPTIONS for example
    }
    GuardedSite site = sites.of(type, method);
    GuardedMethod led =
        site.led() ? sites.onTheWay(request.getUriInfo().getMatchedResources()) : null;
    GuardedMethod guarded = led == null ? site.guarded() : led;
    if (guarded != null) {
      enter(guarded, site, request);
    }
  }

  private void enter(GuardedMethod guarded, GuardedSite site, ContainerRequestContext request) {
    Admission admission = guarded.enter();
    if (admission == null) {
      request.abortWith(refusal(guarded, request));
    } else {
      GuardedCall call = GuardedCall.of(guarded, admission, site.leavesItsThread());
      request.setProperty(CALL, call);
      if (UnmappedOnCxf.isCxf(request)) {
        UnmappedOnCxf.remember(call);
      }
    }
  }

  private Response refusal(GuardedMethod guarded, ContainerRequestContext request) {
    if (guarded.spec().onSecondary() == OnSecondary.REDIRECT) {
      Optional<Response> elsewhere = redirects.of(guarded.gate(), request.getUriInfo());
      if (elsewhere.isPresent()) {
        guarded.gate().count(GuardOutcome.REDIRECTED);
        return elsewhere.get();
      }
    }
    guarded.gate().count(GuardOutcome.REJECTED);
    return refused(guarded, request);
  }

  /** Not thrown: that would cost each refusal a fifth more than any other answer. */
  private Response refused(GuardedMethod guarded, ContainerRequestContext request) {
    ExceptionMapper<NotPrimaryException> mapper =
        providers.getExceptionMapper(NotPrimaryException.class);
    return mapper == null || mapper instanceof NotPrimaryMapper
        ? answers.refusal(guarded.gate().refusal(), guarded.spec().status(), request.getUriInfo())
        : mapper.toResponse(guarded.gate().refuse(guarded.name()));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(CALL) instanceof GuardedCall call) {
      request.removeProperty(CALL);
      answers.finish(call, request.getUriInfo(), response);
    }
  }
}
