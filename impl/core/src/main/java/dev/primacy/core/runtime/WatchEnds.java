package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.core.settings.SettingText;
import dev.primacy.watch.WatchFailedException;
import dev.primacy.watch.WatchPhase;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why watches end that no follower ended. */
final class WatchEnds {
  private WatchEnds() {}

  static WatchFailedException closed(String watch) {
    return because(WatchPhase.CLOSED, MESSAGES.watchClosed(SettingText.fit(watch)), null);
  }

  /** Closed, because its reader does not follow the rules. */
  static WatchFailedException refused(String watch, RuntimeException why) {
    return because(WatchPhase.CLOSED, MESSAGES.watchClosed(SettingText.fit(watch)), why);
  }

  static WatchFailedException stopped(String watch) {
    return because(WatchPhase.RECEIVE, MESSAGES.watchStopped(SettingText.fit(watch)), null);
  }

  static WatchFailedException interrupted(String watch) {
    return because(WatchPhase.RECEIVE, MESSAGES.watchInterrupted(SettingText.fit(watch)), null);
  }

  static WatchFailedException ofNothing(String watch) {
    return because(WatchPhase.OPEN, MESSAGES.watchOfNothing(SettingText.fit(watch)), null);
  }

  static WatchFailedException late(String watch, Duration limit) {
    String time = SettingText.show(limit);
    String message = MESSAGES.watchNotOpened(SettingText.fit(watch), time);
    return because(WatchPhase.OPEN, message, null);
  }

  private static WatchFailedException because(
      WatchPhase phase, String message, @Nullable Throwable cause) {
    return new WatchFailedException(message, phase, Optional.empty(), cause);
  }
}
