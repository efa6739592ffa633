package dev.primacy.health;

import java.util.Locale;

/** How values look in answers. */
final class Words {
  private Words() {}

  /** {@code not_in_group} for {@code NOT_IN_GROUP}. */
  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
