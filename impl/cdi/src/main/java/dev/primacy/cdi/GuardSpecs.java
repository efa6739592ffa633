package dev.primacy.cdi;

import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import dev.primacy.core.runtime.PrimacyRuntime;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/** Fills in what an annotation leaves open, and refuses what cannot be carried out. */
final class GuardSpecs {
  private GuardSpecs() {}

  static GuardSpec resolve(
      Class<?> type,
      Method method,
      PrimaryOnly found,
      PrimacyRuntime runtime,
      GuardDefaults defaults) {
    for (RuntimeException problem : GuardDemands.problems(type, method, found)) {
      throw problem;
    }
    String offender = "@PrimaryOnly on " + MethodNames.of(type, method);
    return new GuardSpec(
        group(offender, found.group(), runtime.groups(), runtime.defaultGroup()),
        found.onSecondary(),
        GuardTimes.nanos(found.minRemaining()).orElseThrow(),
        found.fence(),
        maxWaitNanos(found, defaults),
        found.status() == 0 ? defaults.status() : found.status(),
        found.readOnlyAllowed());
  }

  private static long maxWaitNanos(PrimaryOnly found, GuardDefaults defaults) {
    if (found.onSecondary() != OnSecondary.WAIT) {
      return 0;
    }
    return found.maxWait().isBlank()
        ? defaults.maxWaitNanos()
        : GuardTimes.nanos(found.maxWait()).orElseThrow();
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
