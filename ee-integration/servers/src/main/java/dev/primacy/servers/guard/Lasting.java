package dev.primacy.servers.guard;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A bean of the application, guarded by method: one that answers, and two that answer later. */
@Path("guard")
@ApplicationScoped
public class Lasting {
  /** Made by the container. */
  public Lasting() {}

  /**
   * Reads.
   *
   * @return the path
   */
  @GET
  @Path("application-scoped")
  @PrimaryOnly
  public String read() {
    return Entered.by("application-scoped");
  }

  /**
   * Answers by a stage.
   *
   * @return the path
   */
  @GET
  @Path("stage")
  @PrimaryOnly
  public CompletionStage<String> stage() {
    return CompletableFuture.completedFuture(Entered.by("stage"));
  }

  /**
   * Answers by a response that was suspended.
   *
   * @param response is resumed with the path
   */
  @GET
  @Path("suspended")
  @PrimaryOnly
  public void suspended(@Suspended AsyncResponse response) {
    response.resume(Entered.by("suspended"));
  }
}
