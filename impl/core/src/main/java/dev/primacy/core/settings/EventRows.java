package dev.primacy.core.settings;

import static dev.primacy.spi.SettingType.DURATION;
import static dev.primacy.spi.SettingType.INTEGER;
import static dev.primacy.spi.SettingType.NAME;

import java.time.Duration;
import java.util.List;

/** Events between nodes: rows of the settings table. */
final class EventRows {
  static final List<SettingRow> ALL =
      List.of(
          SettingRow.of(
              "primacy.messenger",
              NAME,
              "",
              "What carries events between nodes: a messenger's name, the engine's for the one that"
                  + " comes with the engine, or none. Needed only if several are on the class path;"
                  + " opened only if events are published or observed, or if it is named here, for"
                  + " its hints about the store."),
          SettingRow.of(
                  "primacy.events.waiting",
                  INTEGER,
                  "10000",
                  "How many events that were published for the cluster may wait here for their"
                      + " observers, of 32 MiB together. Of what finds no room the messenger says"
                      + " whether it is kept or lost.")
              .between(1, 1_000_000),
          SettingRow.of(
                  "primacy.events.room-wait",
                  DURATION,
                  "1s",
                  "How long whoever brings an event waits if there is no room for it; once somebody"
                      + " has waited in vain nobody does until there is room again. It is what slows"
                      + " publishers down to the observers' pace. 0s never waits.")
              .between(Duration.ZERO, Duration.ofMinutes(1)));

  private EventRows() {}
}
