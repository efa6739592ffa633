package dev.primacy.core.runtime;

import dev.primacy.Membership;
import dev.primacy.core.gate.Gate;
import java.util.Optional;
import java.util.Set;

/** What a runtime answers from its settings and memberships, whether or not it has an engine. */
interface ConfiguredRuntime extends PrimacyRuntime, GroupMembership.Surroundings {

  /** Of every configured group. */
  Memberships memberships();

  @Override
  default Set<String> groups() {
    return memberships().groups();
  }

  @Override
  default Optional<String> defaultGroup() {
    return settings().defaultGroup();
  }

  @Override
  default Membership membership(String group) {
    return memberships().get(group);
  }

  @Override
  default Gate gate(String group) {
    return memberships().get(group).gate();
  }
}
