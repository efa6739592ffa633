package dev.primacy.rest.scenario.resources;

import dev.primacy.PrimaryOnly;
import dev.primacy.rest.scenario.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.MDC;

/** Answers what the logging context says. */
@Path("logged")
@ApplicationScoped
public class LoggedResource {
  @GET
  @PrimaryOnly
  public String guarded() {
    return context();
  }

  @GET
  @Path("open")
  public String open() {
    return context();
  }

  @GET
  @Path("defect")
  @PrimaryOnly
  public String defect() {
    throw new IllegalStateException("planted");
  }

  @GET
  @Path("stage")
  @PrimaryOnly
  public CompletionStage<String> stage() {
    String inside = context();
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletionStage<String> whole = answer.thenApply(before -> before + context());
    Runnable completion = () -> answer.complete(inside + " then ");
    Journal.handOver(completion); // last, or it might be completed on this thread
    return whole;
  }

  @GET
  @Path("suspended")
  @PrimaryOnly
  public void suspended(@Suspended AsyncResponse answer) {
    Journal.entered(context());
    Journal.handOver(answer);
  }

  private static String context() {
    return MDC.get("primacy.group") + " " + MDC.get("primacy.term");
  }
}
