package dev.primacy.benchmarks.endpoint;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicReference;

/** Unguarded, and answers what a refused call is answered: the floor of a refusal. */
@ApplicationScoped
@Path("answers")
public class SameAnswerResource {
  private static final AtomicReference<Answer> ANSWER = new AtomicReference<>();
  private static final AtomicReference<byte[]> BODY = new AtomicReference<>();

  /** What to answer from now on. */
  static void answer(Answer answer) {
    BODY.set(answer.bytes());
    ANSWER.set(answer);
  }

  @GET
  public Response answer() {
    Answer answer = requireNonNull(ANSWER.get(), "no refusal was heard yet");
    Response.ResponseBuilder response = Response.status(answer.status()).entity(BODY.get());
    answer.headers().forEach(response::header);
    return response.build();
  }
}
