package dev.primacy.cdi;

import dev.primacy.core.settings.SettingValues;
import java.util.Optional;

/**
 * What guards do unless their annotation says otherwise.
 *
 * @param logged whether group and term are put into the logging context around calls
 * @param maxWaitNanos how long a call waits at most
 * @param waiting how many calls wait at once
 * @param status the status that answers a refused REST call
 * @param guarded whether REST methods are guarded that say nothing themselves
 */
record GuardDefaults(boolean logged, long maxWaitNanos, int waiting, int status, boolean guarded) {

  static GuardDefaults of(SettingValues values) {
    return new GuardDefaults(
        values.flag("primacy.guard.logging-context"),
        values.duration("primacy.guard.max-wait").orElseThrow().toNanos(),
        values.integer("primacy.guard.waiting"),
        values.integer("primacy.guard.status"),
        values.text(DefaultGuard.KEY).equals(Optional.of(DefaultGuard.PRIMARY_ONLY)));
  }
}
