package dev.primacy.cdi;

import dev.primacy.core.runtime.PrimacyRuntime;

/**
 * Hands over when the JVM ends and nobody stops the container: not every container stops itself,
 * and some are told not to. Where the container does stop, this goes on beside it, and whoever
 * comes second waits for the first.
 */
final class ShutdownHook {
  private final Thread thread;

  ShutdownHook(PrimacyRuntime runtime, String application) {
    // not one of the server's managed threads, which it may end before
    thread = new Thread(runtime::close, "primacy-" + application + "-shutdown-1");
  }

  void install() {
    try {
      Runtime.getRuntime().addShutdownHook(thread);
    } catch (IllegalStateException ending) {
      // the JVM ends already, and with it whatever was started just now
    }
  }

  /** So that nothing of the application is kept by the JVM; whether it was installed until now. */
  boolean withdraw() {
    try {
      return Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException ending) {
      return false;
    }
  }
}
