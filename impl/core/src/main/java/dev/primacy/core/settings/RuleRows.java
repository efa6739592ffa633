package dev.primacy.core.settings;

import static dev.primacy.spi.SettingType.BOOLEAN;
import static dev.primacy.spi.SettingType.DURATION;
import static dev.primacy.spi.SettingType.INTEGER;
import static dev.primacy.spi.SettingType.SECRET;
import static dev.primacy.spi.SettingType.TEXT;

import dev.primacy.core.operate.NominalRole;
import dev.primacy.core.operate.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Who commands, and how a rule-based election goes: rows of the settings table. */
final class RuleRows {
  static final List<SettingRow> ALL =
      List.of(
          SettingRow.of(
              "primacy.control.secret",
              SECRET,
              "",
              "What ClusterControl.connect has to present, at least 32 bytes, the same on all nodes"
                  + " of a group. Unset, whoever connects sets it."),
          SettingRow.of(
                  "primacy.nominal-role",
                  TEXT,
                  "secondary",
                  "What this node is meant to be where the election is rule-based: the primary, a"
                      + " secondary, or nothing unless an operator says so.")
              .oneOf("primary", "secondary", "none"),
          SettingRow.of(
                  "primacy.groups.*.nominal-role",
                  TEXT,
                  "",
                  "Like primacy.nominal-role, for one group.")
              .oneOf("primary", "secondary", "none"),
          SettingRow.of(
              "primacy.rules.assume-nominal-role",
              BOOLEAN,
              "true",
              "Whether a node takes its nominal role on when it starts."),
          SettingRow.of(
              "primacy.rules.join",
              BOOLEAN,
              "true",
              "Whether a node looks for a primary to follow when it starts; a nominal primary that"
                  + " finds one follows it."),
          SettingRow.of(
              "primacy.rules.failover-primary",
              BOOLEAN,
              "false",
              "Whether this node takes over when the primary it follows is gone and was not seen"
                  + " again in primacy.rules.reconnect-attempts looks. At most one node of a group"
                  + " should have it."),
          SettingRow.of(
                  "primacy.rules.reconnect-interval",
                  DURATION,
                  "5s",
                  "Time between two looks for the primary. Too long and a failover takes long; too"
                      + " short and a restart of the primary is taken for its end.")
              .between(Duration.ofMillis(10), Duration.ofHours(1)),
          SettingRow.of(
                  "primacy.rules.reconnect-attempts",
                  INTEGER,
                  "4",
                  "How often a node looks for the primary before it takes over or gives up.")
              .between(1, 1_000),
          SettingRow.of(
              "primacy.rules.reconnect-secondaries",
              BOOLEAN,
              "true",
              "Whether a secondary that does not take over goes on looking for whoever is primary"
                  + " next; otherwise it is nothing after the attempts."),
          SettingRow.of(
              "primacy.rules.consensus",
              BOOLEAN,
              "true",
              "Whether nobody writes alone: who takes over is read-only until a secondary has"
                  + " joined, and a nominal primary gives up when its last secondary is gone."));

  private RuleRows() {}

  static Rules of(SettingValues values, String group) {
    String nominal =
        values
            .configured("primacy.groups." + group + ".nominal-role")
            .or(() -> values.text("primacy.nominal-role"))
            .orElseThrow();
    return new Rules(
        NominalRole.valueOf(nominal.toUpperCase(Locale.ROOT)),
        values.flag("primacy.rules.assume-nominal-role"),
        values.flag("primacy.rules.join"),
        values.flag("primacy.rules.failover-primary"),
        values.duration("primacy.rules.reconnect-interval").orElseThrow(),
        values.integer("primacy.rules.reconnect-attempts"),
        values.flag("primacy.rules.reconnect-secondaries"),
        values.flag("primacy.rules.consensus"));
  }
}
