package dev.primacy.core.settings;

import static dev.primacy.spi.SettingType.BOOLEAN;
import static dev.primacy.spi.SettingType.INTEGER;
import static dev.primacy.spi.SettingType.SECRET;
import static dev.primacy.spi.SettingType.TEXT;

import java.util.List;

/** What a node does for those who follow through it: rows of the settings table. */
final class RelayRows {
  static final List<SettingRow> ALL =
      List.of(
          SettingRow.of(
                  "primacy.relay.serve",
                  TEXT,
                  "false",
                  "Whether nodes that do not reach the store may follow through this one, below"
                      + " primacy.rest.path/relay: never (false), while it is a relay (true), or all"
                      + " the time (always). Needs primacy-relay and primacy.relay.serve-token.")
              .oneOf("false", "true", "always"),
          SettingRow.of(
              "primacy.relay.serve-token",
              SECRET,
              "",
              "What followers have to present, their primacy.relay.token: at least 32 bytes, not"
                  + " used for anything else."),
          SettingRow.of(
              "primacy.relay.serve-insecure",
              BOOLEAN,
              "false",
              "Lets followers in over plain http from other machines, for networks that encrypt by"
                  + " themselves. Whoever listens has the token then."),
          SettingRow.of(
                  "primacy.relay.followers",
                  INTEGER,
                  "100",
                  "How many nodes may follow through this one at a time. Each holds a thread and a"
                      + " connection.")
              .between(1, 10_000),
          SettingRow.of(
                  "primacy.relay.rate",
                  INTEGER,
                  "50",
                  "How many requests a second one follower may send on average. Too few, and a"
                      + " follower of many groups sees changes late; too many, and it is a load on"
                      + " the store.")
              .between(5, 10_000));

  private RelayRows() {}
}
