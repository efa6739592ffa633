package dev.primacy.control;

import static java.util.Objects.requireNonNull;

/**
 * Names one state of an application's data. Only equality means something: equal versions are equal
 * states, and then nothing has to be copied.
 *
 * @param value anything that identifies the state
 * @since 0.1
 */
public record StateVersion(String value) {

  /** Checks the component. */
  public StateVersion {
    requireNonNull(value, "value");
  }
}
