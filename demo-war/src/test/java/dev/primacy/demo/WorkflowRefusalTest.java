package dev.primacy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.Refusal;
import dev.primacy.RefusalReason;
import dev.primacy.rest.NotPrimaryMapper;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkflowRefusalTest {
  private static final Response LIBRARYS_OWN = Response.status(503).build();

  private static NotPrimaryException refused() {
    return new NotPrimaryException(
        "PRIMACY-2001",
        new Refusal(
            "demo",
            new NodeId("n1", new UUID(0, 1)),
            NodeRole.SECONDARY,
            GroupStanding.MEMBER,
            RefusalReason.NOT_PRIMARY,
            Optional.empty(),
            OptionalLong.empty(),
            Duration.ofMillis(1500)));
  }

  private static Response refusalAt(String path) {
    WorkflowRefusal mapper =
        new WorkflowRefusal(
            new NotPrimaryMapper() {
              @Override
              public Response toResponse(NotPrimaryException refused) {
                return LIBRARYS_OWN;
              }
            });
    mapper.uri = at(path);
    return mapper.toResponse(refused());
  }

  private static UriInfo at(String path) {
    return (UriInfo)
        Proxy.newProxyInstance(
            UriInfo.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> method.getName().equals("getPath") ? path : null);
  }

  @Test
  void the_workflow_answers_as_bluecat_does_but_never_with_success() {
    for (String path : new String[] {"workflow_name/path2", "/workflow_name/path2"}) {
      Response answer = refusalAt(path);
      JsonObject document = (JsonObject) answer.getEntity();
      assertThat(answer.getStatus()).isEqualTo(503);
      assertThat(document.keySet()).containsExactlyInAnyOrder("result", "message");
      assertThat(document.getString("result")).isEqualTo("error");
      assertThat(document.getString("message"))
          .isEqualTo("Secondary node should not perform the action.");
    }
  }

  @Test
  void everything_else_is_left_to_the_library() {
    assertThat(refusalAt("write")).isSameAs(LIBRARYS_OWN);
    assertThat(refusalAt("workflow_name/path2/more")).isSameAs(LIBRARYS_OWN);
  }
}
