package dev.primacy.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The page and its parts. They come from the class path through REST, because a REST application
 * under the context root leaves nothing to the server's own file serving.
 *
 * @since 0.1
 */
@Path("")
@ApplicationScoped
public class PageResource {
  /** What there is; nothing else on the class path can be asked for. */
  private static final Map<String, String> PARTS =
      Map.of(
          "page.css", "text/css;charset=utf-8",
          "page.js", "text/javascript;charset=utf-8",
          "nodes.js", "text/javascript;charset=utf-8",
          "view.js", "text/javascript;charset=utf-8",
          "timeline.js", "text/javascript;charset=utf-8",
          "icon.svg", "image/svg+xml");

  @Inject Origins origins;

  /**
   * The page.
   *
   * @return HTML
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response page() {
    return part("index.html", "text/html;charset=utf-8");
  }

  /**
   * A part of the page.
   *
   * @param name its file name
   * @return the part
   */
  @GET
  @Path("page/{name}")
  public Response part(@PathParam("name") String name) {
    String type = PARTS.get(name);
    if (type == null) {
      throw new NotFoundException();
    }
    return part(name, type);
  }

  private Response part(String name, String type) {
    try (InputStream content = PageResource.class.getResourceAsStream("page/" + name)) {
      if (content == null) {
        throw new NotFoundException();
      }
      return Response.ok(content.readAllBytes(), type)
          .header("Cache-Control", "no-cache")
          .header("Content-Security-Policy", policy())
          .header("X-Content-Type-Options", "nosniff")
          .header("Referrer-Policy", "no-referrer")
          .build();
    } catch (IOException e) {
      throw new NotFoundException(e);
    }
  }

  /**
   * Only our own files, and connections to the demo's nodes: any port of this machine, or known.
   */
  private String policy() {
    String nodes =
        origins.all().stream()
            .map(Origin::toString)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(" "));
    return "default-src 'self'; connect-src 'self' http://127.0.0.1:* http://localhost:* "
        + nodes
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }
}
