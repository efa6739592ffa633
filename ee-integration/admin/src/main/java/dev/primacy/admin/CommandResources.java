package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import dev.primacy.GroupStanding;
import dev.primacy.control.GroupControl;
import dev.primacy.control.GroupDetails;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Commands on a group this node takes part in: each is meant for one version of it. */
final class CommandResources {
  private static final String GROUP = "group";
  private static final Set<String> CHANGEABLE = Set.of(GROUP, "frozen", "readOnly");

  private final Commanding commanding;
  private final Here here;
  private final Versions versions;
  private final Patience patience;

  CommandResources(Commanding commanding, Here here, Versions versions, Patience patience) {
    this.commanding = commanding;
    this.here = here;
    this.versions = versions;
    this.patience = patience;
  }

  void offer(Routes routes) {
    for (Command command : Command.ALL) {
      routes.add(
          command.method(), command.path(), Access.OPERATORS, request -> command(request, command));
    }
    routes.add("PUT", GROUP, Access.OPERATORS, this::reconfigure);
  }

  private Outcome command(Request request, Command command) {
    Set<String> known = new HashSet<>(command.members());
    known.add(GROUP);
    Parameters body = Parameters.of(request, known);
    String name = meant(body);
    GroupControl group = commanding.group(name, version(request, name));
    return answer(request, name, command.action().give(group, body));
  }

  /** What may be changed of a group that is there: both of it, one after the other. */
  private Outcome reconfigure(Request request) {
    Parameters body = Parameters.of(request, CHANGEABLE);
    Optional<Boolean> frozen = body.flag("frozen");
    Optional<Boolean> readOnly = body.flag("readOnly");
    if (frozen.isEmpty() && readOnly.isEmpty()) {
      throw Problem.badRequest(TEXT.noParameter("frozen, readOnly"));
    }
    String name = meant(body);
    Optional<String> version = version(request, name);
    GroupControl group = commanding.group(name);
    if (frozen.isEmpty()) {
      return answer(request, name, in(group, version).readOnly(readOnly.orElseThrow()));
    }
    CompletionStage<GroupDetails> first = in(group, version).freeze(frozen.get());
    return answer(
        request,
        name,
        readOnly.isEmpty()
            ? first
            : first.thenCompose(then -> in(group, then.version()).readOnly(readOnly.get())));
  }

  /** Asked for first: who takes no part in a group can name no version of it. */
  private String meant(Parameters body) {
    String group = here.meant(body.name(GROUP));
    commanding.control().details(group);
    return group;
  }

  private Optional<String> version(Request request, String group) {
    boolean kept =
        here.membership(group)
            .filter(view -> view.standing() == GroupStanding.STANDALONE)
            .isEmpty();
    // standalone there is no record that could have one
    return versions.expected(request, kept);
  }

  private static GroupControl in(GroupControl group, Optional<String> version) {
    return version.map(group::expecting).orElse(group);
  }

  private Answer answer(Request request, String group, CompletionStage<?> command) {
    if (patience.await(group, command)) {
      return now(group);
    }
    return UnderWay.answer(request, group);
  }

  /** The group as it is then, and the version that the next command has to name. */
  private Answer now(String group) {
    return GroupForm.answer(
        commanding.control().details(group), commanding.control().nodeState(group));
  }
}
