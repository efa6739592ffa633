package dev.primacy.core.settings;

import static dev.primacy.spi.SettingType.BOOLEAN;
import static dev.primacy.spi.SettingType.INTEGER;
import static dev.primacy.spi.SettingType.TEXT;

import java.util.List;

/** What guards do: rows of the settings table. */
final class GuardRows {
  static final List<SettingRow> ALL =
      List.of(
          SettingRow.of(
                  "primacy.guard.when-disabled",
                  TEXT,
                  "reject",
                  "What guards do when primacy.enabled is false.")
              .oneOf("reject", "admit"),
          SettingRow.of(
              "primacy.guard.expose-primary",
              BOOLEAN,
              "false",
              "Whether a refusal names the primary and its URL. Off because a refusal may be seen by"
                  + " anybody."),
          SettingRow.of(
                  "primacy.guard.filter-priority",
                  INTEGER,
                  "900",
                  "Where the filter of REST resources stands among the request filters of the"
                      + " application. Authentication is 1000: below it a standby refuses without"
                      + " authenticating, above it only whoever is authenticated learns of the"
                      + " refusal.")
              .between(0, 1_000_000),
          SettingRow.of(
              "primacy.guard.logging-context",
              BOOLEAN,
              "false",
              "Puts primacy.group and primacy.term into the logging context (MDC) while a guarded"
                  + " method of a bean runs, on its thread. Off because every call then pays for it,"
                  + " about 100 ns and 100 bytes with the JDK's own logging."));

  private GuardRows() {}
}
