package dev.primacy.core.settings;

import static dev.primacy.spi.SettingType.BOOLEAN;
import static dev.primacy.spi.SettingType.TEXT;

import java.util.List;

/** How a role and its process end: rows of the settings table. */
final class EndRows {
  static final List<SettingRow> ALL =
      List.of(
          SettingRow.of(
                  "primacy.on-lost",
                  TEXT,
                  "reject",
                  "What happens when the primary role of a group is lost: guards refuse (reject),"
                      + " or the process is halted at once with exit code 75, without its shutdown"
                      + " hooks (exit). A role given up by choice is not lost, unless its lease"
                      + " ends before calls have drained.")
              .oneOf("reject", "exit"),
          SettingRow.of(
              "primacy.shutdown-hook",
              BOOLEAN,
              "true",
              "Hands the role over when the JVM ends and nobody has stopped the application before."
                  + " Switch it off where something else stops the container in time."));

  private EndRows() {}
}
