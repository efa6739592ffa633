package dev.primacy.core.runtime;

import dev.primacy.core.CoreMessages;
import dev.primacy.core.settings.GroupSettings;
import dev.primacy.core.settings.Settings;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The views of all groups, by name; fixed from the start. */
final class Memberships {
  private final TreeMap<String, GroupMembership> byGroup = new TreeMap<>();

  Memberships(Settings settings, Function<String, GroupMembership> factory) {
    List<String> names = settings.groups().stream().map(GroupSettings::name).toList();
    (names.isEmpty() ? List.of(Settings.STANDALONE_GROUP) : names)
        .forEach(name -> byGroup.put(name, factory.apply(name)));
  }

  Set<String> groups() {
    return Collections.unmodifiableSet(byGroup.keySet());
  }

  Collection<GroupMembership> all() {
    return byGroup.values();
  }

  GroupMembership get(String group) {
    GroupMembership found = byGroup.get(group);
    if (found == null) {
      throw new IllegalArgumentException(
          CoreMessages.MESSAGES.noSuchGroup(group, String.join(", ", byGroup.keySet())));
    }
    return found;
  }
}
