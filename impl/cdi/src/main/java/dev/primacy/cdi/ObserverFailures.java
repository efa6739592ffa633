package dev.primacy.cdi;

import jakarta.enterprise.event.ObserverException;

/** What an observer threw itself. */
final class ObserverFailures {
  private ObserverFailures() {}

  /** Containers wrap checked exceptions, and OpenWebBeans any. */
  static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown.getCause();
    boolean wrapper =
        thrown instanceof ObserverException
            || thrown.getClass().getName().startsWith("org.apache.webbeans.");
    return wrapper && cause != null ? unwrap(cause) : thrown;
  }
}
