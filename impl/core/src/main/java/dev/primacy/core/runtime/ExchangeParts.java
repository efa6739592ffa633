package dev.primacy.core.runtime;

import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.core.settings.SettingValues;
import dev.primacy.core.settings.WatchSettings;
import dev.primacy.watch.DecodeFailureMode;
import java.time.Duration;

/** What the exchange of events between nodes is made of. */
record ExchangeParts(
    MessagingSetup setup,
    SettingValues values,
    String prefix,
    Lane lane,
    Deliveries deliveries,
    Scribe scribe) {

  Duration roomWait() {
    return values.duration("primacy.events.room-wait").orElseThrow();
  }

  int most() {
    return values.integer("primacy.events.waiting");
  }

  DecodeFailureMode decodeFailure() {
    return WatchSettings.of(values).decodeFailure();
  }
}
