package dev.primacy.admin;

import dev.primacy.control.ControlError;

/** Which status tells which error: the only place. */
final class Statuses {
  private Statuses() {}

  static int of(ControlError error) {
    return switch (error) {
      case BAD_REQUEST -> 400;
      case BAD_TOKEN -> 403;
      case BAD_STATE,
          SCHEMA_MISMATCH,
          BAD_NAME,
          BAD_VERSION,
          BAD_CONFIG,
          CONTROL_LOST,
          ALREADY_MEMBER,
          NOT_MEMBER ->
          409;
      case STALE_VERSION -> 412;
      case UPGRADE_IN_PROGRESS -> 423;
      case CONNECT, CLOSED -> 502;
      case BIND -> 503;
      case NO_TICK, UNKNOWN_OUTCOME -> 504;
    };
  }
}
