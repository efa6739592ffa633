package dev.primacy.core.runtime;

import dev.primacy.FencingToken;
import dev.primacy.event.RoleChangeCause;

/** Hears that a role was lost while calls may have been under way in it. On the lease thread. */
interface Losses {

  /** For those who leave it at refusing. */
  Losses IGNORED = (membership, token, cause) -> {};

  void lost(GroupMembership membership, FencingToken token, RoleChangeCause cause);
}
