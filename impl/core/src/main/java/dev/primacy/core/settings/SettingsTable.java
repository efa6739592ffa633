package dev.primacy.core.settings;

import static dev.primacy.spi.SettingType.BOOLEAN;
import static dev.primacy.spi.SettingType.DECIMAL;
import static dev.primacy.spi.SettingType.DURATION;
import static dev.primacy.spi.SettingType.INTEGER;
import static dev.primacy.spi.SettingType.NAME;
import static dev.primacy.spi.SettingType.NAMES;
import static dev.primacy.spi.SettingType.TEXT;
import static dev.primacy.spi.SettingType.URL;

import dev.primacy.spi.SettingDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every setting there is, in one table: parsing, validation and the reference page come from it.
 *
 * @since 0.1
 */
public final class SettingsTable {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MILLI = Duration.ofMillis(1);

  private static final List<SettingRow> CORE =
      List.of(
          SettingRow.of(
              "primacy.enabled",
              BOOLEAN,
              "true",
              "Switches everything on or off. When off no engine is started, no event is fired and"
                  + " guarded calls are refused, unless primacy.guard.when-disabled says"
                  + " otherwise."),
          SettingRow.of(
              "primacy.engine",
              NAME,
              "",
              "Which engine to use. Needed only if several are on the class path."),
          SettingRow.of(
              "primacy.cluster",
              NAME,
              "default",
              "Prefixes every record, so that applications sharing a store do not meet. The nodes"
                  + " of one cluster have the same."),
          SettingRow.of(
              "primacy.group",
              NAME,
              "",
              "The group this application takes part in. With several groups it is the one meant"
                  + " where none is named."),
          SettingRow.of(
              "primacy.groups", NAMES, "", "Further groups this application takes part in."),
          SettingRow.of(
                  "primacy.groups.*.election", TEXT, "", "Like primacy.election, for one group.")
              .oneOf("automatic", "operator", "rule-based"),
          SettingRow.of(
                  "primacy.groups.*.join",
                  TEXT,
                  "start",
                  "Whether the application takes part in the group from its start, or when it calls"
                      + " dev.primacy.Groups.join; until then the group's guards refuse.")
              .oneOf("start", "later"),
          SettingRow.of(
                  "primacy.election",
                  TEXT,
                  "automatic",
                  "Who may become primary: any node as soon as the rules allow (automatic), nobody"
                      + " unless an operator says so (operator), or by nominal roles (rule-based)."
                      + " All nodes of a group have the same; one that differs is refused.")
              .oneOf("automatic", "operator", "rule-based"),
          SettingRow.of(
              "primacy.node.name",
              NAME,
              "",
              "The node's name for people; host and application name unless set. Two live nodes of"
                  + " one name are a warning."),
          SettingRow.of(
              "primacy.node.url",
              URL,
              "",
              "Where people or peers reach this node. Published to all nodes."),
          SettingRow.of(
                  "primacy.node.priority",
                  INTEGER,
                  "0",
                  "Nodes with a greater one are preferred as primary.")
              .between(-1_000, 1_000),
          SettingRow.of(
              "primacy.node.passive",
              BOOLEAN,
              "false",
              "A passive node follows and never becomes primary."),
          SettingRow.of(
              "primacy.node.attributes.*",
              TEXT,
              "",
              "What the node publishes about itself: at most 32 attributes of at most 256 bytes,"
                  + " name included."),
          SettingRow.of(
                  "primacy.lease",
                  DURATION,
                  "6s",
                  "How long a renewal lasts, and so about how long the group is without a primary"
                      + " after one died. Too long and a failover takes long; too short and a slow"
                      + " store or a long garbage collection ends the role.")
              .between(Duration.ofMillis(100), DAY),
          SettingRow.of(
                  "primacy.lease.longest",
                  DURATION,
                  "",
                  "The longest lease accepted of any node; the lease unless set. The first primary"
                      + " of a new store waits this long. Set it to the greater one while the lease"
                      + " is being changed node by node.")
              .between(Duration.ofMillis(100), DAY),
          SettingRow.of(
                  "primacy.drift",
                  DECIMAL,
                  "0.01",
                  "The bound on how much faster one node's clock runs than another's, 0.01 for one"
                      + " per cent. Beyond it the guard's promise does not hold.")
              .between(0, 0.2),
          SettingRow.of(
                  "primacy.renew-every",
                  DURATION,
                  "",
                  "Time between renewals; a third of the lease unless set. Too long and one lost"
                      + " renewal ends the lease; too short and the store works for nothing.")
              .between(MILLI, DAY),
          SettingRow.of(
                  "primacy.request-timeout",
                  DURATION,
                  "",
                  "How long one request to the store may take; a quarter of the lease unless set.")
              .between(MILLI, DAY),
          SettingRow.of(
                  "primacy.drain-timeout",
                  DURATION,
                  "10s",
                  "How long calls under way may go on when the role is given up by choice. After it"
                      + " the group is released although they run.")
              .between(Duration.ZERO, DAY),
          SettingRow.of(
                  "primacy.observers.timeout",
                  DURATION,
                  "10s",
                  "How long observers of NodeRoleChanging may take before the role is handed back,"
                      + " unless they ask for more time.")
              .between(MILLI, DAY),
          SettingRow.of(
                  "primacy.observers.stall",
                  DURATION,
                  "10s",
                  "After this long an observer that still runs is reported with its stack.")
              .between(MILLI, DAY),
          SettingRow.of(
                  "primacy.promotion.on-failure",
                  TEXT,
                  "step-down",
                  "What happens when an observer of NodeRoleChanging throws or takes too long on"
                      + " the way up: the role is handed back (step-down), or taken all the same"
                      + " (continue).")
              .oneOf("step-down", "continue"),
          SettingRow.of(
                  "primacy.dispatch.threads",
                  INTEGER,
                  "4",
                  "How many groups' events are delivered side by side. An observer that blocks"
                      + " takes one of them.")
              .between(1, 256),
          SettingRow.of(
                  "primacy.config.unknown",
                  TEXT,
                  "error",
                  "What happens with keys below primacy. that nobody reads when something is"
                      + " guarded.")
              .oneOf("error", "warn"));

  private final List<SettingRow> rows;
  private final KeyIndex index;

  private SettingsTable(List<SettingRow> rows) {
    this.rows = List.copyOf(rows);
    this.index = new KeyIndex(rows);
  }

  /**
   * The core's own rows.
   *
   * @return the table
   */
  public static SettingsTable core() {
    return new SettingsTable(
        Stream.of(
                CORE,
                RuleRows.ALL,
                EndRows.ALL,
                WatchRows.ALL,
                EventRows.ALL,
                HistoryRows.ALL,
                GuardRows.ALL,
                FenceRows.ALL,
                AdminRows.ALL,
                RelayRows.ALL,
                MonitoringRows.ALL)
            .flatMap(List::stream)
            .toList());
  }

  /**
   * This table and more rows: an engine's, or another module's.
   *
   * @param more descriptions; those whose key is there already are left out
   * @return the longer table
   */
  public SettingsTable with(Collection<SettingDescription> more) {
    List<SettingRow> all = new ArrayList<>(rows);
    more.stream()
        .filter(description -> rows.stream().noneMatch(row -> sameKey(row, description)))
        .forEach(description -> all.add(SettingRow.of(description)));
    return new SettingsTable(all);
  }

  private static boolean sameKey(SettingRow row, SettingDescription description) {
    return row.description().key().equals(description.key());
  }

  /**
   * All rows, in the order of the reference page.
   *
   * @return the rows
   */
  public List<SettingRow> rows() {
    return rows;
  }

  /**
   * The row that describes a key.
   *
   * @param key a whole key
   * @return empty if there is none
   */
  public Optional<SettingRow> find(String key) {
    return index.find(key);
  }
}
