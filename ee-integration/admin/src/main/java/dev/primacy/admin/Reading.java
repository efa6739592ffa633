package dev.primacy.admin;

import dev.primacy.control.ClusterControl;
import dev.primacy.control.HaStatus;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.spi.StoreStatus;
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
    routes.add("GET", "cluster", access, this::cluster);
    routes.add("GET", "group", access, this::group);
    routes.add("GET", "state", access, this::state);
    routes.add("GET", "alarms", access, request -> Answer.json(200, alarms().build()));
  }

  private Outcome cluster(Request request) {
    JsonObject facts = cluster();
    Answer answer =
        Accepted.prefersHtml(request.header("accept"))
            ? Answer.html(new ClusterPage(facts).render())
            : Answer.json(200, facts);
    return answer.with("Vary", "Accept");
  }

  private JsonObject cluster() {
    StoreStatus store = runtime.storeStatus();
    ClusterControl control = runtime.control();
    return alarms()
        .add("cluster", runtime.settings().cluster())
        .add("node", runtime.settings().node().name())
        .add("engine", Json.text(runtime.engine()))
        .add(
            "store",
            Json.object().add("state", Json.word(store.state())).add("detail", store.detail()))
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
