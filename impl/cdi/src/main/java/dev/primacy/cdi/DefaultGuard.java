package dev.primacy.cdi;

import dev.primacy.PrimaryOnly;
import java.lang.reflect.Method;
import java.util.Optional;

/** The guard of REST methods that have none, if the application asks for one. */
final class DefaultGuard {
  static final String KEY = "primacy.guard.default";
  static final String PRIMARY_ONLY = "primary-only";

  /** What stands for it: every member has its default. */
  @PrimaryOnly
  private interface Usual {}

  static final PrimaryOnly ANNOTATION =
      Optional.ofNullable(Usual.class.getAnnotation(PrimaryOnly.class)).orElseThrow();

  private DefaultGuard() {}

  /** Asked before the settings are read as a whole: whether anything is guarded decides how. */
  static boolean isWanted() {
    return SettingsSources.find().value(KEY).equals(Optional.of(PRIMARY_ONLY));
  }

  /** Whether it would guard a method that has no guard of its own. */
  static boolean meets(Class<?> type, Method method) {
    return Resources.isCalled(type, method) && !AnyRoles.leavesOut(type, method);
  }
}
