package dev.primacy.core.runtime;

import dev.primacy.core.settings.GroupSettings;
import dev.primacy.core.settings.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How groups are to be taken part in, said at run time. Any thread. */
final class Preconfigured {
  private final Map<String, Map<String, String>> said = new ConcurrentHashMap<>();

  /** Remembers it; or says what is wrong with it. */
  Optional<String> put(Settings settings, String group, Map<String, String> more) {
    Optional<String> problem = settings.problem(group, more);
    if (problem.isEmpty()) {
      said.put(group, Map.copyOf(more));
    }
    return problem;
  }

  /** What a group is taken part in with. */
  GroupSettings of(Settings settings, String group) {
    Map<String, String> more = said.get(group);
    return more == null ? settings.group(group) : settings.group(group, more);
  }
}
