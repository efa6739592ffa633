package dev.primacy.core.settings;

import static dev.primacy.spi.SettingType.DURATION;
import static dev.primacy.spi.SettingType.INTEGER;
import static dev.primacy.spi.SettingType.TEXT;

import java.time.Duration;
import java.util.List;

/** What is kept of events that were delivered: rows of the settings table. */
final class HistoryRows {
  static final List<SettingRow> ALL =
      List.of(
          SettingRow.of(
                  "primacy.events.history.size",
                  INTEGER,
                  "1000",
                  "How many events each node keeps in memory, by their number and not by their"
                      + " size. 0 keeps none, and nothing is written to an archive either.")
              .between(0, 1_000_000),
          SettingRow.of(
                  "primacy.events.history.store",
                  TEXT,
                  "memory",
                  "Where events are kept beside that: nowhere (memory), or in the engine's archive"
                      + " (archive), where they outlive the nodes.")
              .oneOf("memory", "archive"),
          SettingRow.of(
                  "primacy.events.history.write-every",
                  DURATION,
                  "1s",
                  "How often what waits is written to the archive, all at once. What a node did not"
                      + " write yet is lost if it dies.")
              .between(Duration.ofMillis(10), Duration.ofHours(1)),
          SettingRow.of(
                  "primacy.events.history.keep",
                  DURATION,
                  "7d",
                  "How long events stay in the archive. Older ones are removed by any node.")
              .between(Duration.ofMinutes(1), Duration.ofDays(3650)),
          SettingRow.of(
              "primacy.events.history.exclude",
              TEXT,
              "Heartbeat",
              "Types of events that are not kept, neither in memory nor in the archive: simple or"
                  + " whole class names, with commas between them; a supertype excludes its"
                  + " subtypes."),
          SettingRow.of(
                  "primacy.metrics-sample",
                  DURATION,
                  "",
                  "How often MetricsSample is fired, if anybody observes it; never unless set.")
              .between(Duration.ofMillis(100), Duration.ofDays(1)));

  private HistoryRows() {}
}
