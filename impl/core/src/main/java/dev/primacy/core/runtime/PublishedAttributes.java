package dev.primacy.core.runtime;

import dev.primacy.NodeAttributes;
import dev.primacy.core.CoreMessages;
import dev.primacy.core.settings.AttributeRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what an application wants to publish, before anything of it is. */
final class PublishedAttributes {
  private PublishedAttributes() {}

  /**
   * @param configured what is published in any case
   * @throws IllegalArgumentException with all problems
   */
  static void check(NodeAttributes attributes, Map<String, String> configured) {
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>(configured.keySet());
    names.addAll(attributes.texts().keySet());
    if (names.size() > AttributeRules.MOST) {
      problems.add(
          CoreMessages.MESSAGES.tooManyPublished(
              names.size(), configured.size(), AttributeRules.MOST));
    }
    attributes
        .texts()
        .forEach(
            (name, text) ->
                problems.addAll(
                    AttributeRules.problems(
                        "attribute '" + GroupNames.fit(name) + "'", name, text)));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", problems));
    }
  }
}
