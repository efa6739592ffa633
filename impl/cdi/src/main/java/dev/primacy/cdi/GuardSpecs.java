package dev.primacy.cdi;

import dev.primacy.PrimaryOnly;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Fills in what an annotation leaves open, and refuses what cannot be carried out. */
final class GuardSpecs {
  private GuardSpecs() {}

  static GuardSpec resolve(
      String method, PrimaryOnly found, Set<String> groups, Optional<String> defaultGroup) {
    OptionalLong nanos = MinRemaining.nanos(found.minRemaining());
    if (nanos.isEmpty()) {
      throw CdiMessages.TEXT.badMinRemaining(method, found.minRemaining());
    }
    String group = group("@PrimaryOnly on " + method, found.group(), groups, defaultGroup);
    return new GuardSpec(group, found.onSecondary(), nanos.getAsLong(), found.fence());
  }

  private static String group(
      String offender, String asked, Set<String> groups, Optional<String> defaultGroup) {
    groupProblem(offender, asked, groups, defaultGroup)
        .ifPresent(
            problem -> {
              throw problem;
            });
    return asked.isEmpty() ? defaultGroup.orElseThrow() : asked;
  }

  /** What is wrong with asking for a group, or for the default one with an empty name. */
  static Optional<RuntimeException> groupProblem(
      String offender, String asked, Set<String> groups, Optional<String> defaultGroup) {
    String configured = groups.isEmpty() ? "none" : String.join(", ", groups);
    if (asked.isEmpty()) {
      return defaultGroup.isPresent()
          ? Optional.empty()
          : Optional.of(CdiMessages.TEXT.noDefaultGroup(offender, configured));
    }
    return groups.contains(asked)
        ? Optional.empty()
        : Optional.of(CdiMessages.TEXT.unknownGroup(offender, asked, configured));
  }
}
