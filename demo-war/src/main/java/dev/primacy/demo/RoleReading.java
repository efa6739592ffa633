package dev.primacy.demo;

import dev.primacy.FencingToken;
import dev.primacy.Membership;
import dev.primacy.NodeRole;
import java.util.Optional;

/**
 * Role and token of one instant: a token if and only if the role is primary.
 *
 * @param role the role
 * @param token the token; empty unless primary
 */
record RoleReading(NodeRole role, Optional<FencingToken> token) {

  /** Reads both; a role that lapses between the two reads is reported as lapsed. */
  static RoleReading of(Membership membership) {
    NodeRole role = membership.role();
    if (role != NodeRole.PRIMARY) {
      return new RoleReading(role, Optional.empty());
    }
    Optional<FencingToken> token = membership.token();
    return new RoleReading(token.isPresent() ? role : NodeRole.SECONDARY, token);
  }
}
