package dev.primacy.relay;

import java.io.Serial;

/** Nothing was done of what was asked, and here is why. */
final class Refused extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;

  Refused(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
