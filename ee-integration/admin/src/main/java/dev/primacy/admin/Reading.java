package dev.primacy.admin;

import dev.primacy.control.ClusterControl;
import dev.primacy.control.HaStatus;
import dev.primacy.core.runtime.PrimacyRuntime;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.Supplier;

/** What may be read: always this node's own word, never what another node would say. */
final class Reading {
  private final PrimacyRuntime runtime;
  private final Here here;
  private final Supplier<List<GuardLine>> guards;

  Reading(PrimacyRuntime runtime, Here here, Supplier<List<GuardLine>> guards) {
    this.runtime = runtime;
    this.here = here;
    this.guards = guards;
  }

  void offer(Routes routes, Access access) {
    boolean open = access == Access.OPEN;
    routes.add("GET", "cluster", access, request -> cluster(request, open));
    routes.add("GET", "group", access, this::group);
    routes.add("GET", "state", access, this::state);
    routes.add("GET", "alarms", access, request -> Answer.json(200, alarms().build()));
  }

  private Outcome cluster(Request request, boolean open) {
    JsonObject facts = cluster(open);
    Answer answer =
        Accepted.prefersHtml(request.header("accept"))
            ? Answer.html(new ClusterPage(facts).render())
            : Answer.json(200, facts);
    return answer.with("Vary", "Accept");
  }

  private JsonObject cluster(boolean open) {
    NodeForm form = new NodeForm(runtime);
    ClusterControl control = runtime.control();
    return alarms()
        .add("cluster", runtime.settings().cluster())
        .add("node", runtime.settings().node().name())
        .add("engine", Json.text(runtime.engine()))
        .add("store", form.store(open))
        .add("observers", form.observers())
        .add("messaging", form.messaging())
        .add("nodes", form.nodes())
        .add(
            "groups",
            Json.array(
                here.groups(),
                group -> GroupForm.of(control.details(group), control.nodeState(group))))
        .add("guards", Json.array(guards.get(), GuardLine::json))
        .build();
  }

  private Outcome group(Request request) {
    String group = here.meant(request.parameter("name"));
    return GroupForm.answer(runtime.control().details(group), runtime.control().nodeState(group));
  }

  private Outcome state(Request request) {
    String group = here.meant(request.parameter("group"));
    HaStatus status = runtime.control().status(group);
    JsonObject state =
        Json.state(runtime.control().nodeState(group))
            .add("haState", status.state().wireName())
            .add("haCode", status.state().code())
            .add("nodes", Json.array(status.nodes(), Json::node))
            .build();
    return Answer.json(200, state);
  }

  private JsonObjectBuilder alarms() {
    return Json.object().add("alarms", Json.array(runtime.alarms().active(), Json::alarm));
  }
}
