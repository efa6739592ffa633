package dev.primacy.core.settings;

import static dev.primacy.spi.SettingType.BOOLEAN;
import static dev.primacy.spi.SettingType.DURATION;
import static dev.primacy.spi.SettingType.TEXT;

import java.time.Duration;
import java.util.List;

/** The fence in the application's database: rows of the settings table. */
final class FenceRows {
  static final List<SettingRow> ALL =
      List.of(
          SettingRow.of(
              "primacy.fence.datasource",
              TEXT,
              "",
              "JNDI name of the application's DataSource, in whose database a new primary raises the"
                  + " row of its group in primacy_fence before its guard opens. Needs"
                  + " primacy-transactions."),
          SettingRow.of(
              "primacy.fence.create-table",
              BOOLEAN,
              "false",
              "Creates primacy_fence at start if it is not there."),
          SettingRow.of(
                  "primacy.fence.idle-timeout",
                  DURATION,
                  "5s",
                  "After this long PostgreSQL ends a transaction that holds the fence and does"
                      + " nothing, because its process was stopped. Too long and the next primary"
                      + " waits for it; too short and a slow commit is rolled back.")
              .between(Duration.ofMillis(100), Duration.ofHours(1)));

  private FenceRows() {}
}
