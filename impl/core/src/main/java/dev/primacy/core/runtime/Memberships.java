package dev.primacy.core.runtime;

import dev.primacy.core.CoreMessages;
import dev.primacy.core.settings.GroupSettings;
import dev.primacy.core.settings.Mode;
import dev.primacy.core.settings.Settings;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The views of all configured groups, by name; fixed from the start. */
final class Memberships {
  private final TreeMap<String, GroupMembership> byGroup = new TreeMap<>();
  private final Set<String> joinedAtStart;

  Memberships(Settings settings, Function<String, GroupMembership> factory) {
    boolean alone = settings.groups().isEmpty() && settings.mode() != Mode.CLUSTERED;
    List<GroupSettings> groups =
        alone ? List.of(settings.group(Settings.STANDALONE_GROUP)) : settings.groups();
    groups.forEach(group -> byGroup.put(group.name(), factory.apply(group.name())));
    joinedAtStart =
        groups.stream()
            .filter(group -> !group.later())
            .map(GroupSettings::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  Set<String> groups() {
    return Collections.unmodifiableSet(byGroup.keySet());
  }

  /** Those that are not for the application to join and leave. */
  Set<String> joinedAtStart() {
    return joinedAtStart;
  }

  Collection<GroupMembership> all() {
    return byGroup.values();
  }

  Optional<GroupMembership> find(String group) {
    return Optional.ofNullable(byGroup.get(group));
  }

  GroupMembership get(String group) {
    return find(group)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    CoreMessages.MESSAGES.noSuchGroup(group, GroupNames.shown(groups(), ", "))));
  }
}
