package dev.primacy.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets the page that one node served speak with the other nodes, and no other page with any.
 *
 * <p>A request that carries a foreign {@code Origin} and could change something is refused before
 * anything else looks at it. One without that header does not come from a page.
 *
 * @since 0.1
 */
@Provider
@PreMatching
@ApplicationScoped
public class CrossOriginFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String ORIGIN = "Origin";

  @Inject Origins origins;

  @Override
  public void filter(ContainerRequestContext request) {
    String origin = request.getHeaderString(ORIGIN);
    if (origin == null || request.getMethod().equals(HttpMethod.GET)) {
      return;
    }
    if (!origins.allows(origin)) {
      String detail = DemoMessages.TEXT.foreignOrigin(printable(origin));
      request.abortWith(Problem.of(403, "Foreign origin", detail));
    } else if (request.getMethod().equals(HttpMethod.OPTIONS)) {
      request.abortWith(Response.noContent().build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String origin = request.getHeaderString(ORIGIN);
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.add("Vary", ORIGIN);
    if (origin == null || !origins.allows(origin)) {
      return;
    }
    headers.putSingle("Access-Control-Allow-Origin", origin);
    headers.putSingle("Access-Control-Allow-Methods", "GET, POST");
    headers.putSingle("Access-Control-Allow-Headers", "Content-Type");
    headers.putSingle("Access-Control-Expose-Headers", "Primacy-Role, Primacy-Term, Retry-After");
    headers.putSingle("Access-Control-Max-Age", "600");
  }

  private static String printable(String header) {
    return header.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
