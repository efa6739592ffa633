package dev.primacy.admin;

import dev.primacy.control.GroupControl;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * A command on a group, as it is found over HTTP.
 *
 * @param method its method
 * @param path below the base path
 * @param members what its body may say, the group aside
 * @param action what it does
 */
record Command(String method, String path, Set<String> members, Action action) {

  /** What a command does. */
  @FunctionalInterface
  interface Action {

    /**
     * Gives the command.
     *
     * @param group the group, in the version it is meant for
     * @param parameters the body
     * @return completes when it was carried out
     */
    CompletionStage<?> give(GroupControl group, Parameters parameters);
  }

  static final List<Command> ALL =
      List.of(
          post("cluster/step-down", Set.of(), (group, body) -> group.stepDown()),
          post(
              "cluster/promote",
              Set.of("node"),
              (group, body) -> group.promote(body.neededName("node"))),
          post(
              "cluster/switchover",
              Set.of("node"),
              (group, body) -> group.switchover(body.neededName("node"))),
          post(
              "cluster/read-only",
              Set.of("readOnly"),
              (group, body) -> group.readOnly(body.neededFlag("readOnly"))),
          post(
              "cluster/freeze",
              Set.of("frozen"),
              (group, body) -> group.freeze(body.neededFlag("frozen"))),
          post("be-primary", Set.of(), (group, body) -> group.bePrimary()),
          post(
              "be-secondary",
              Set.of("primary"),
              (group, body) -> group.beSecondary(body.neededName("primary"))),
          post("be-none", Set.of(), (group, body) -> group.beNone()),
          post("be-relay", Set.of(), (group, body) -> group.beRelay()),
          post(
              "declare-dead",
              Set.of("node"),
              (group, body) -> group.declareDead(body.neededName("node"))),
          post("failover", Set.of(), (group, body) -> group.failover()),
          new Command("PUT", "failover", Set.of(), (group, body) -> group.failover()));

  private static Command post(String path, Set<String> members, Action action) {
    return new Command("POST", path, members, action);
  }
}
