package dev.primacy.core.settings;

import static dev.primacy.spi.SettingType.BOOLEAN;
import static dev.primacy.spi.SettingType.DURATION;
import static dev.primacy.spi.SettingType.INTEGER;
import static dev.primacy.spi.SettingType.SECRET;
import static dev.primacy.spi.SettingType.TEXT;

import dev.primacy.core.CoreMessages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What operators and balancers find over HTTP and JMX: rows of the settings table. */
final class AdminRows {
  static final SettingRow.Bounds PATH = new Path();

  static final List<SettingRow> ALL =
      List.of(
          SettingRow.of(
                  "primacy.rest.path",
                  TEXT,
                  "/primacy",
                  "The path below which Primacy's own resources lie, within the application.")
              .satisfying(PATH),
          SettingRow.of(
              "primacy.admin.enabled",
              BOOLEAN,
              "false",
              "Whether groups may be commanded over HTTP and JMX. Needs primacy-admin, as all that"
                  + " follows. Off because whoever may command a group may take it away."),
          SettingRow.of(
                  "primacy.admin.read",
                  TEXT,
                  "false",
                  "Who may read the state of the groups over HTTP: nobody but those who may command"
                      + " them, if that is on (false), those who could (true), or anybody who"
                      + " reaches this node (public). What is read names nodes and their URLs.")
              .oneOf("false", "true", "public"),
          SettingRow.of(
              "primacy.admin.role",
              TEXT,
              "primacy-operator",
              "The role of whoever may command, as the server's own login knows it."),
          SettingRow.of(
                  "primacy.admin.token",
                  SECRET,
                  "",
                  "A bearer token that stands for that role. Give the nodes of a cluster the same"
                      + " one, unless primacy.control.secret is set.")
              .satisfying(new Token()),
          SettingRow.of(
                  "primacy.admin.if-match",
                  TEXT,
                  "required",
                  "Whether a command has to say in If-Match which version of the group it is meant"
                      + " for. Optional lets one be repeated by whoever recorded it.")
              .oneOf("required", "optional"),
          SettingRow.of(
                  "primacy.admin.wait",
                  DURATION,
                  "10s",
                  "How long an answer waits for its command to be carried out; then it is 202. Too"
                      + " long and whoever asks gives up first; too short and nobody learns what"
                      + " came of it.")
              .between(Duration.ZERO, Duration.ofMinutes(5)),
          SettingRow.of(
                  "primacy.admin.events.kept",
                  INTEGER,
                  "1024",
                  "How many events are kept for those who were not listening for a while.")
              .between(0, 100_000),
          SettingRow.of(
                  "primacy.admin.events.listeners",
                  INTEGER,
                  "16",
                  "How many may listen to the stream of events at once; one more is refused.")
              .between(0, 10_000),
          SettingRow.of(
              "primacy.probes",
              BOOLEAN,
              "false",
              "Whether balancers may ask over HTTP what this node is, without authentication."),
          SettingRow.of(
                  "primacy.probes.not-writable-status",
                  INTEGER,
                  "409",
                  "The status of ha_writable on a node that may not write.")
              .between(400, 599),
          SettingRow.of(
              "primacy.jmx",
              BOOLEAN,
              "true",
              "Whether each group is shown as an MXBean. Its operations need"
                  + " primacy.admin.enabled."));

  private AdminRows() {}

  private static final class Token implements SettingRow.Bounds {
    private static final int BYTES = 32;
    private static final Pattern SENDABLE = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    @Override
    public Optional<String> problem(String key, String value) {
      return value.length() >= BYTES && SENDABLE.matcher(value).matches()
          ? Optional.empty()
          : Optional.of(CoreMessages.MESSAGES.weakToken(key, BYTES));
    }

    @Override
    public String text() {
      return "at least " + BYTES + " bytes";
    }
  }

  private static final class Path implements SettingRow.Bounds {
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");

    @Override
    public Optional<String> problem(String key, String value) {
      return PLAIN.matcher(value).matches()
          ? Optional.empty()
          : Optional.of(CoreMessages.MESSAGES.badPath(key, value));
    }

    @Override
    public String text() {
      return "begins with a slash";
    }
  }
}
