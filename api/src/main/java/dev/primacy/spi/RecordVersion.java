package dev.primacy.spi;

import static java.util.Objects.requireNonNull;

/**
 * The version of one record; only equality means anything.
 *
 * @param value what the engine made of it; versions of one key never recur, also not over removal
 *     and creation
 * @since 0.1
 */
public record RecordVersion(String value) {

  /** The version of a record that does not exist. */
  public static final RecordVersion ABSENT = new RecordVersion("");

  /** Checks the component. */
  public RecordVersion {
    requireNonNull(value, "value");
  }
}
