package dev.primacy.admin;

import dev.primacy.core.settings.SettingValues;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What is switched on, and how.
 *
 * @param path the base path, without a slash at its end
 * @param commands whether groups may be commanded
 * @param reading who may read
 * @param role the operators' role
 * @param token the operators' token; empty if there is none
 * @param controlSecret the group's secret; empty if none is configured
 * @param versionNeeded whether a command has to say which version it is meant for
 * @param patience how long an answer waits for its command
 * @param events the stream of events
 * @param probes what balancers may ask
 * @param jmx whether groups are shown over JMX
 */
record AdminSettings(
    String path,
    boolean commands,
    Reading reading,
    String role,
    Optional<String> token,
    Optional<String> controlSecret,
    boolean versionNeeded,
    Duration patience,
    Events events,
    Probing probes,
    boolean jmx) {

  /** Who may read. */
  enum Reading {
    OFF,
    OPERATORS,
    ANYBODY
  }

  /**
   * The stream of events.
   *
   * @param kept how many are kept
   * @param listeners how many may listen
   */
  record Events(int kept, int listeners) {}

  /**
   * What balancers may ask.
   *
   * @param on whether they may ask at all
   * @param notWritable the status of a node that may not write
   * @param lag how long ago a secondary may have heard of the store unless asked otherwise
   */
  record Probing(boolean on, int notWritable, Duration lag) {}

  static AdminSettings of(SettingValues values) {
    boolean commands = values.flag("primacy.admin.enabled");
    return new AdminSettings(
        values.text("primacy.rest.path").orElseThrow(),
        commands,
        reading(values.text("primacy.admin.read").orElseThrow(), commands),
        values.text("primacy.admin.role").orElseThrow(),
        values.text("primacy.admin.token"),
        values.text("primacy.control.secret"),
        values.text("primacy.admin.if-match").orElseThrow().equals("required"),
        values.duration("primacy.admin.wait").orElseThrow(),
        new Events(
            values.integer("primacy.admin.events.kept"),
            values.integer("primacy.admin.events.listeners")),
        new Probing(
            values.flag("primacy.probes"),
            values.integer("primacy.probes.not-writable-status"),
            values.duration("primacy.lease").orElseThrow()),
        values.flag("primacy.jmx"));
  }

  /** Whoever may command has to see what: without a version there is no command. */
  private static Reading reading(String text, boolean commands) {
    return switch (text) {
      case "public" -> Reading.ANYBODY;
      case "true" -> Reading.OPERATORS;
      default -> commands ? Reading.OPERATORS : Reading.OFF;
    };
  }

  /** Whether there is anything to answer over HTTP. */
  boolean answers() {
    return commands || reads() || probes.on();
  }

  boolean reads() {
    return reading != Reading.OFF;
  }

  void log() {
    AdminLog.LOG.serves(
        path,
        probes.on() ? "on" : "off",
        reading.name().toLowerCase(Locale.ROOT),
        commands ? "operators" : "off");
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "AdminSettings[" + path + "]";
  }
}
