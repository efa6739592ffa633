package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import dev.primacy.Membership;
import dev.primacy.core.runtime.PrimacyRuntime;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which groups there are on this node, as of now. */
final class Here {
  private final PrimacyRuntime runtime;

  Here(PrimacyRuntime runtime) {
    this.runtime = runtime;
  }

  /** Those this node takes part in, in ascending order. */
  SortedSet<String> groups() {
    return new TreeSet<>(runtime.dynamicGroups().names());
  }

  /** The view of a group that is configured or was joined. */
  Optional<Membership> membership(String group) {
    return runtime.groups().contains(group)
        ? Optional.of(runtime.membership(group))
        : runtime.dynamicGroups().find(group);
  }

  /**
   * The group that is meant.
   *
   * @param named empty for the default one
   * @throws Problem 400 if none is named and none is the default
   */
  String meant(Optional<String> named) {
    return named
        .or(runtime::defaultGroup)
        .orElseThrow(() -> Problem.badRequest(TEXT.noDefaultGroup()));
  }
}
