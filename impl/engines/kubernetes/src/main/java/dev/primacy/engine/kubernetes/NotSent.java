package dev.primacy.engine.kubernetes;

import dev.primacy.spi.StoreException;

/** The server certainly saw nothing of the request. */
final class NotSent extends StoreException {
  private static final long serialVersionUID = 1L;

  NotSent(String message, Throwable cause) {
    super(message, cause);
  }
}
