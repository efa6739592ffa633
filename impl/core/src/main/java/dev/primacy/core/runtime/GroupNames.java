package dev.primacy.core.runtime;

import dev.primacy.core.CoreMessages;
import dev.primacy.core.settings.SettingText;

/** Names of groups that come from code. */
final class GroupNames {
  private static final int SHOWN = 80;

  private GroupNames() {}

  /** Throws a numbered exception unless it is one; what it shows is fit for a log. */
  static void check(String name) {
    if (!SettingText.isName(name)) {
      String shown = name.replaceAll("\\p{Cntrl}", "?");
      String cut = shown.length() > SHOWN ? shown.substring(0, SHOWN) + "..." : shown;
      throw new IllegalArgumentException(CoreMessages.MESSAGES.badGroupName(cut));
    }
  }
}
