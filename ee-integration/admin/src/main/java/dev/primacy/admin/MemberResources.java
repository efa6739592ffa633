package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import dev.primacy.control.ClusterControl;
import dev.primacy.control.GroupAdmin;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Groups that come and go: created, joined, left and configured ahead. There is no version of a
 * group this node does not know yet, so none is asked for; what was done already is refused.
 */
final class MemberResources {
  private static final String GROUP = "group";
  private static final String SETTINGS = "settings";

  private final Commanding commanding;
  private final Supplier<GroupAdmin> admin;
  private final Patience patience;

  MemberResources(Commanding commanding, Supplier<GroupAdmin> admin, Patience patience) {
    this.commanding = commanding;
    this.admin = admin;
    this.patience = patience;
  }

  void offer(Routes routes) {
    routes.add("POST", GROUP, Access.OPERATORS, this::create);
    routes.add("DELETE", GROUP, Access.OPERATORS, this::drop);
    routes.add("PUT", "group/members", Access.OPERATORS, this::join);
    routes.add("DELETE", "group/members", Access.OPERATORS, this::leave);
    routes.add("PUT", "configuration", Access.OPERATORS, this::preconfigure);
  }

  private Outcome create(Request request) {
    String group = named(request);
    return entered(request, group, commanded().create(group));
  }

  private Outcome join(Request request) {
    String group = named(request);
    return entered(request, group, commanded().join(group));
  }

  private Outcome leave(Request request) {
    String group = named(request);
    return patience.await(group, commanded().leave(group))
        ? Answer.json(200, Json.object().add(GROUP, group).add("member", false).build())
        : UnderWay.answer(request, group);
  }

  private Outcome drop(Request request) {
    String group = named(request);
    return patience.await(group, commanded().drop(group))
        ? Answer.json(200, Json.object().add(GROUP, group).add("dropped", true).build())
        : UnderWay.answer(request, group);
  }

  private Outcome preconfigure(Request request) {
    Parameters body = Parameters.of(request, Set.of(GROUP, SETTINGS));
    String group = body.neededName(GROUP);
    Map<String, String> settings = body.texts(SETTINGS);
    commanded().preconfigure(group, settings);
    // the keys alone: a value may be a secret
    JsonObject done =
        Json.object()
            .add(GROUP, group)
            .add("configured", Json.array(settings.keySet(), Json.PROVIDER::createValue))
            .build();
    return Answer.json(200, done);
  }

  /** One commands at a time, over this as over roles. */
  private GroupAdmin commanded() {
    commanding.inCommand();
    return admin.get();
  }

  private static String named(Request request) {
    Parameters body = Parameters.of(request, Set.of(GROUP));
    if (body.isEmpty()) {
      throw Problem.badRequest(TEXT.noParameter(GROUP));
    }
    return body.neededName(GROUP);
  }

  private Outcome entered(Request request, String group, CompletionStage<?> command) {
    if (!patience.await(group, command)) {
      return UnderWay.answer(request, group);
    }
    ClusterControl control = commanding.control();
    return GroupForm.answer(control.details(group), control.nodeState(group));
  }
}
