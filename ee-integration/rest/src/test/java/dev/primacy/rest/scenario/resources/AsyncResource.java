package dev.primacy.rest.scenario.resources;

import dev.primacy.PrimaryOnly;
import dev.primacy.rest.scenario.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

@Path("async")
@ApplicationScoped
@PrimaryOnly
public class AsyncResource {
  /** An open event stream. */
  public record Stream(SseEventSink sink, Sse sse) {}

  @GET
  @Path("stage")
  public CompletionStage<String> stage() {
    Journal.entered("stage");
    CompletableFuture<String> answer = new CompletableFuture<>();
    Journal.handOver(answer);
    return answer;
  }

  @GET
  @Path("suspended")
  public void suspended(@Suspended AsyncResponse answer) {
    Journal.entered("suspended");
    Journal.handOver(answer);
  }

  @GET
  @Path("timeout")
  public void timeout(@Suspended AsyncResponse answer) {
    Journal.entered("timeout");
    answer.setTimeout(50, TimeUnit.MILLISECONDS);
  }

  @GET
  @Path("events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(@Context SseEventSink sink, @Context Sse sse) {
    Journal.entered("events");
    Journal.handOver(new Stream(sink, sse));
  }
}
