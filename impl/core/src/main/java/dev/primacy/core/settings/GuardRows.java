package dev.primacy.core.settings;

import static dev.primacy.spi.SettingType.BOOLEAN;
import static dev.primacy.spi.SettingType.DURATION;
import static dev.primacy.spi.SettingType.INTEGER;
import static dev.primacy.spi.SettingType.TEXT;

import java.time.Duration;
import java.util.List;

/** What guards do: rows of the settings table. */
final class GuardRows {
  static final List<SettingRow> ALL =
      List.of(
          SettingRow.of(
              "primacy.drain.interrupt",
              BOOLEAN,
              "false",
              "Interrupts the threads of guarded calls that still run after primacy.drain-timeout,"
                  + " each once. Off because not all code bears it: an interrupt may close the"
                  + " connection that a call is waiting on."),
          SettingRow.of(
                  "primacy.guard.default",
                  TEXT,
                  "none",
                  "Guards every REST method of the application that says nothing itself, by the"
                      + " group meant by default (primary-only); @AnyRole leaves methods out.")
              .oneOf("none", "primary-only"),
          SettingRow.of(
                  "primacy.guard.when-disabled",
                  TEXT,
                  "reject",
                  "What guards do when primacy.enabled is false.")
              .oneOf("reject", "admit"),
          SettingRow.of(
                  "primacy.guard.status",
                  INTEGER,
                  "503",
                  "The status of the answer to a refused REST call, unless @PrimaryOnly(status)"
                      + " says otherwise. A call whose outcome is unknown is answered 503 all the"
                      + " same.")
              .between(400, 599),
          SettingRow.of(
                  "primacy.guard.max-wait",
                  DURATION,
                  "5s",
                  "How long a call with onSecondary = WAIT waits for this node to become primary,"
                      + " unless @PrimaryOnly(maxWait) says otherwise. Too long and its caller"
                      + " gives up first; too short and it is refused in the middle of a failover.")
              .between(Duration.ZERO, Duration.ofMinutes(5)),
          SettingRow.of(
                  "primacy.guard.waiting",
                  INTEGER,
                  "16",
                  "How many calls of this application may wait at once. Each holds a thread of the"
                      + " server; one more is refused at once.")
              .between(0, 10_000),
          SettingRow.of(
                  "primacy.guard.redirect.allow",
                  TEXT,
                  "",
                  "Where calls with onSecondary = REDIRECT may be sent, separated by commas:"
                      + " addresses that the primary's primacy.node.url begins with, such as"
                      + " https://n1.example.com. Host and port have to be the same, the path may"
                      + " go on after a slash.")
              .satisfying(UrlPrefixes.BOUNDS),
          SettingRow.of(
              "primacy.guard.expose-primary",
              BOOLEAN,
              "false",
              "Whether a refusal names the primary and its URL. Off because a refusal may be seen"
                  + " by anybody."),
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
                  + " method of a bean runs, on its thread. Off because every call then pays for"
                  + " it, about 100 ns and 100 bytes with the JDK's own logging."));

  private GuardRows() {}
}
