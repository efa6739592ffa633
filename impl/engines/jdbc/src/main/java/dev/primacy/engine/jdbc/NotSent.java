package dev.primacy.engine.jdbc;

/** A request that certainly never reached the driver. */
final class NotSent extends Exception {
  private static final long serialVersionUID = 1L;

  NotSent(String message) {
    super(message);
  }
}
