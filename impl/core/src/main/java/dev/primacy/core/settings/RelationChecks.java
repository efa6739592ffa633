package dev.primacy.core.settings;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.core.elector.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what must hold between values. A value that is wrong by itself is not looked at again. */
final class RelationChecks {
  private static final String GROUPS = "primacy.groups.";
  private static final String ATTRIBUTES = "primacy.node.attributes.";

  private final SettingValues values;
  private final Set<String> wrong;
  private final List<String> problems = new ArrayList<>();

  private RelationChecks(SettingValues values, Set<String> wrong) {
    this.values = values;
    this.wrong = wrong;
  }

  static List<String> problems(SettingValues values, Set<String> wrongKeys) {
    RelationChecks checks = new RelationChecks(values, wrongKeys);
    checks.timing();
    checks.groups();
    checks.attributes();
    return checks.problems;
  }

  private void timing() {
    Set<String> timingKeys =
        Set.of(
            "primacy.lease",
            "primacy.lease.longest",
            "primacy.drift",
            "primacy.renew-every",
            "primacy.request-timeout");
    if (timingKeys.stream().anyMatch(wrong::contains)) {
      return;
    }
    Duration lease = values.duration("primacy.lease").orElseThrow();
    values
        .duration("primacy.lease.longest")
        .filter(longest -> longest.compareTo(lease) < 0)
        .ifPresent(longest -> problems.add(MESSAGES.longestTooShort(show(longest), show(lease))));
    renewals(lease);
  }

  /** Rule R8. */
  private void renewals(Duration lease) {
    Duration renewEvery = values.duration("primacy.renew-every").orElse(lease.dividedBy(3));
    Duration timeout = values.duration("primacy.request-timeout").orElse(lease.dividedBy(4));
    Duration needed = renewEvery.multipliedBy(2).plus(timeout);
    Duration usable = lease.minusNanos(Timing.marginNanos(lease, values.decimal("primacy.drift")));
    if (needed.compareTo(usable) > 0) {
      problems.add(
          MESSAGES.leaseTooShort(
              show(lease), show(usable), show(needed), show(renewEvery), show(timeout)));
    }
  }

  private static String show(Duration duration) {
    return SettingText.show(duration);
  }

  private void groups() {
    Set<String> seen = new HashSet<>();
    for (String name : values.names("primacy.groups")) {
      if (!seen.add(name)) {
        problems.add(MESSAGES.namedTwice("primacy.groups", name));
      }
    }
    Set<String> names = Settings.groupNames(values);
    for (String rest : values.below(GROUPS).keySet()) {
      String group = rest.substring(0, Math.max(0, rest.lastIndexOf('.')));
      boolean known =
          rest.endsWith(".election") || rest.endsWith(".join") || rest.endsWith(".nominal-role");
      if (known && !names.contains(group)) {
        problems.add(
            MESSAGES.settingOfUnknownGroup(GROUPS + rest, group, SettingsReader.quoted(names)));
      }
    }
  }

  private void attributes() {
    Map<String, String> attributes = values.below(ATTRIBUTES);
    if (attributes.size() > AttributeRules.MOST) {
      problems.add(MESSAGES.tooManyAttributes(attributes.size(), AttributeRules.MOST));
    }
    attributes.forEach(
        (name, value) -> {
          problems.addAll(AttributeRules.problems(ATTRIBUTES + name, name, value));
        });
  }
}
