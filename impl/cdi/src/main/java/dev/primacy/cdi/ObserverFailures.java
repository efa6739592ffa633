package dev.primacy.cdi;

import jakarta.enterprise.event.ObserverException;
import jakarta.enterprise.inject.CreationException;
import java.lang.reflect.InvocationTargetException;

/** What an observer threw itself. */
final class ObserverFailures {
  private ObserverFailures() {}

  /** Containers wrap checked exceptions, and OpenWebBeans any, those of producers twice. */
  static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown.getCause();
    boolean wrapper =
        thrown instanceof ObserverException
            || thrown instanceof CreationException
            || thrown instanceof InvocationTargetException
            || thrown.getClass().getName().startsWith("org.apache.webbeans.");
    return wrapper && cause != null ? unwrap(cause) : thrown;
  }
}
