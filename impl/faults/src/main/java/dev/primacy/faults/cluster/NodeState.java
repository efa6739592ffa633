package dev.primacy.faults.cluster;

import dev.primacy.NodeRole;
import jakarta.json.JsonObject;

/**
 * What a node answers with.
 *
 * @param process which start of which node it is
 * @param role its role
 * @param self its name and incarnation
 * @param primary name and incarnation of the primary it knows; empty if none
 * @param nodes how many nodes it knows
 * @param replayed its state by its events
 * @param registered its state by its registry
 */
public record NodeState(
    String process,
    NodeRole role,
    String self,
    String primary,
    int nodes,
    String replayed,
    String registered) {

  static NodeState of(JsonObject answer) {
    return new NodeState(
        answer.getString("process"),
        NodeRole.valueOf(answer.getString("role")),
        answer.getString("self"),
        answer.getString("primary"),
        answer.getInt("nodes"),
        answer.getString("replayed"),
        answer.getString("registered"));
  }

  /** Whether it leads, by its own word. */
  public boolean isPrimary() {
    return role == NodeRole.PRIMARY;
  }
}
