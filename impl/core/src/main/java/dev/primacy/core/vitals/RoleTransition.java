package dev.primacy.core.vitals;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeRole;
import dev.primacy.event.RoleChangeCause;
import java.util.Optional;

/**
 * A kind of change of role.
 *
 * @param from the role before; empty for the first one
 * @param to the role after
 * @param cause why
 * @since 0.1
 */
public record RoleTransition(Optional<NodeRole> from, NodeRole to, RoleChangeCause cause) {

  /** Checks the components. */
  public RoleTransition {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(cause, "cause");
  }
}
