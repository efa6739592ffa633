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
    return new GuardSpec(group, found.onSecondary(), nanos.getAsLong());
  }

  static String group(
      String offender, String asked, Set<String> groups, Optional<String> defaultGroup) {
    if (asked.isEmpty()) {
      return defaultGroup.orElseThrow(
          () -> CdiMessages.TEXT.noDefaultGroup(offender, String.join(", ", groups)));
    }
    if (!groups.contains(asked)) {
      throw CdiMessages.TEXT.unknownGroup(offender, asked, String.join(", ", groups));
    }
    return asked;
  }
}
