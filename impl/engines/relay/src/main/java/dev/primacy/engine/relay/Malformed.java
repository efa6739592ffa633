package dev.primacy.engine.relay;

import java.io.IOException;
import java.io.Serial;

/** What arrived is not believed. */
final class Malformed extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /** The version of the format it claims to be in; zero if that is not what is wrong. */
  private final int version;

  Malformed(String why) {
    this(why, 0);
  }

  Malformed(String why, int version) {
    super(why);
    this.version = version;
  }

  int version() {
    return version;
  }
}
