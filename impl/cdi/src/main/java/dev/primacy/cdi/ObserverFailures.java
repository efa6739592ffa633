package dev.primacy.cdi;

import jakarta.enterprise.event.ObserverException;

/** What an observer threw itself. */
final class ObserverFailures {
  private ObserverFailures() {}

  /** Containers wrap checked exceptions. */
  static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof ObserverException && cause != null ? cause : thrown;
  }
}
