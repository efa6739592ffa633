package dev.primacy.core.settings;

import static dev.primacy.spi.SettingType.DURATION;
import static dev.primacy.spi.SettingType.TEXT;

import dev.primacy.watch.DecodeFailureMode;
import java.time.Duration;
import java.util.List;

/** What is told now and then, and what is waited for at the start: rows of the settings table. */
final class WatchRows {
  static final String HEARTBEAT = "primacy.heartbeat";
  static final String HEALTH_CHECK = "primacy.health-check";
  static final String INACTIVITY = "primacy.inactivity-timeout";
  static final String DECODE_FAILURE = "primacy.events.decode-failure-mode";
  static final String WAIT_FOR_ROLE = "primacy.startup.wait-for-role";

  private static final Duration LONGEST = Duration.ofDays(365);

  static final List<SettingRow> ALL =
      List.of(
          SettingRow.of(
              HEARTBEAT,
              DURATION,
              "",
              "Fires Heartbeat this often, as long as events are delivered; not at all unless set."
                  + " Less than a second is taken as one second. 10s is a good value."),
          SettingRow.of(
              HEALTH_CHECK,
              DURATION,
              "",
              "Has the parts looked at this often, and then fires HealthChecked; not at all unless"
                  + " set. Less than a second is taken as one second."),
          SettingRow.of(
                  INACTIVITY,
                  DURATION,
                  "20m",
                  "After this long without an event of a node or group the store is asked whether"
                      + " that is so, and InactivityCheck is fired. Nothing is asked unless that is"
                      + " observed.")
              .between(Duration.ofMillis(1), LONGEST),
          SettingRow.of(
                  DECODE_FAILURE,
                  TEXT,
                  "SKIP",
                  "What follows when the record of a node cannot be read, also at the second try:"
                      + " it is told and left out (SKIP), or nothing more is told of nodes from"
                      + " then on, while roles go on (ABORT).")
              .oneOf(DecodeFailureMode.SKIP.name(), DecodeFailureMode.ABORT.name()),
          SettingRow.of(
                  WAIT_FOR_ROLE,
                  DURATION,
                  "0s",
                  "How long the deployment waits until the role of this node is known in every"
                      + " group that is joined at the start. It goes on either way; not at all"
                      + " waits 0s. Too long and a server without its store starts late.")
              .between(Duration.ZERO, Duration.ofHours(1)));

  private WatchRows() {}
}
