package dev.primacy.servers;

import static java.util.Objects.requireNonNull;

import dev.primacy.Membership;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;

/** This node: asked for its state, told to hand over. */
@Path("node")
@RequestScoped
public class NodeResource {
  private static final String VERSION = "/META-INF/version.txt";

  @Inject Membership membership;

  /** Made by the container. */
  public NodeResource() {}

  /**
   * The state.
   *
   * @return the role, and how many nodes take part
   */
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String state() {
    return membership.role() + " " + membership.nodes().size();
  }

  /**
   * Which version of the application this is.
   *
   * @return a number
   * @throws IOException if the application does not say
   */
  @GET
  @Path("version")
  @Produces(MediaType.TEXT_PLAIN)
  public String version() throws IOException {
    try (InputStream text = requireNonNull(NodeResource.class.getResourceAsStream(VERSION))) {
      return new String(text.readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
  }

  /**
   * Hands over.
   *
   * @return complete when that is done
   */
  @POST
  @Path("step-down")
  @Produces(MediaType.TEXT_PLAIN)
  public CompletionStage<String> stepDown() {
    return membership.stepDown().thenApply(done -> "done");
  }
}
