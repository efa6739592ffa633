package dev.primacy.servers.guard;

import dev.primacy.servers.Journal;
import jakarta.enterprise.inject.spi.CDI;

/** What a guarded method does first, so that it is seen to have been let in. */
final class Entered {
  private Entered() {}

  /** Looked up, since not all of them are beans. */
  static String by(String path) {
    CDI.current().select(Journal.class).get().write("guarded", path);
    return path;
  }
}
