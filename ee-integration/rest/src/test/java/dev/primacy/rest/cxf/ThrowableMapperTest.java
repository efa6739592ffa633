package dev.primacy.rest.cxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.rest.scenario.Listed;
import dev.primacy.rest.scenario.RestServer;
import dev.primacy.rest.scenario.Scenario;
import dev.primacy.rest.scenario.ScriptedRuntime;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.junit.jupiter.api.Test;

/**
 * What counts unmapped exceptions out on CXF does not get in the way of an application's mapper.
 */
class ThrowableMapperTest extends Scenario {
  @Override
  protected RestServer start() throws Exception {
    return new CxfStack().start(Listed.with(EveryThrowableMapper.class));
  }

  @Test
  void the_mapper_of_the_application_answers() throws Exception {
    ScriptedRuntime.LEDGER.primary(42);
    assertThat(client.send("POST", "application-scoped/defect").statusCode()).isEqualTo(418);
  }

  /** Answers everything. */
  public static class EveryThrowableMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
      return Response.status(418).build();
    }
  }
}
