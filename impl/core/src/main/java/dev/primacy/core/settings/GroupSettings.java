package dev.primacy.core.settings;

import static java.util.Objects.requireNonNull;

import dev.primacy.core.elector.ElectionPolicy;
import dev.primacy.core.operate.Rules;
import java.util.Optional;

/**
 * One group.
 *
 * @param name its name
 * @param policy who may become its primary
 * @param later whether it is joined at run time only
 * @param rules how a rule-based election goes; empty with another policy
 * @since 0.1
 */
public record GroupSettings(
    String name, ElectionPolicy policy, boolean later, Optional<Rules> rules) {

  /** Checks the components. */
  public GroupSettings {
    requireNonNull(name, "name");
    requireNonNull(policy, "policy");
    requireNonNull(rules, "rules");
  }
}
