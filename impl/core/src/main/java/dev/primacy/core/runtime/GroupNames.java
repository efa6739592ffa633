package dev.primacy.core.runtime;

import dev.primacy.core.CoreMessages;
import dev.primacy.core.settings.SettingText;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names that come from code. */
final class GroupNames {
  private static final int LISTED = 10;

  private GroupNames() {}

  /** All of them, or, if they are many, the first and how many there are. */
  static String shown(Collection<String> names, String separator) {
    String listed = names.stream().limit(LISTED).collect(Collectors.joining(separator));
    return names.size() <= LISTED ? listed : listed + separator + "... (" + names.size() + ")";
  }

  /** Throws a numbered exception unless it is one; what it shows is fit for a log. */
  static void check(String name) {
    if (!SettingText.isName(name)) {
      throw new IllegalArgumentException(CoreMessages.MESSAGES.badGroupName(fit(name)));
    }
  }

  /** Any text, made fit for a log. */
  static String fit(String text) {
    return SettingText.fit(text);
  }
}
