package dev.primacy.telemetry;

import dev.primacy.NodeRole;
import dev.primacy.core.gate.GuardCounts;
import dev.primacy.core.vitals.GroupVitals;
import dev.primacy.core.vitals.RoleTransition;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What a group gives to each metric of groups. */
final class GroupSamples {
  private static final double NANOS = 1e9;

  private GroupSamples() {}

  static List<Sample> of(Metric metric, GroupVitals group) {
    return switch (metric) {
      case ROLE -> roles(group);
      case ROLE_KNOWN -> one(group, group.isRoleKnown() ? 1 : 0);
      case TERM -> one(group, (double) group.term().orElse(0));
      case LEASE_REMAINING -> one(group, seconds(group.remaining()));
      case UNAVAILABLE -> one(group, seconds(group.unavailable()));
      case TRANSITIONS -> transitions(group);
      case GUARD_REQUESTS -> guards(group);
      default -> List.of();
    };
  }

  static double seconds(Duration time) {
    return time.toNanos() / NANOS;
  }

  private static List<Sample> one(GroupVitals group, double value) {
    return List.of(new Sample(List.of(group.group()), value));
  }

  private static List<Sample> roles(GroupVitals group) {
    return Arrays.stream(NodeRole.values())
        .map(
            role ->
                new Sample(List.of(group.group(), Words.of(role)), role == group.role() ? 1 : 0))
        .toList();
  }

  private static List<Sample> transitions(GroupVitals group) {
    return group.transitions().entrySet().stream()
        .map(entry -> new Sample(tags(group, entry.getKey()), entry.getValue().doubleValue()))
        .toList();
  }

  private static List<String> tags(GroupVitals group, RoleTransition kind) {
    return List.of(
        group.group(),
        kind.from().map(Words::of).orElse("none"),
        Words.of(kind.to()),
        Words.of(kind.cause()));
  }

  private static List<Sample> guards(GroupVitals group) {
    GuardCounts counts = group.guards();
    return List.of(
        guard(group, "allowed", counts.allowed()),
        guard(group, "rejected", counts.rejected()),
        guard(group, "redirected", counts.redirected()),
        guard(group, "skipped", counts.skipped()),
        guard(group, "lost", counts.lost()));
  }

  private static Sample guard(GroupVitals group, String outcome, long calls) {
    return new Sample(List.of(group.group(), outcome), (double) calls);
  }
}
