package dev.primacy.json;

import java.util.Map;

/** What an object of JSON has, by name. */
final class Members {
  private Members() {}

  /** Values may be null. */
  @SuppressWarnings("unchecked") // as JsonReading makes them
  static Map<String, Object> of(Object json) throws UnfitException {
    if (!(json instanceof Map<?, ?>)) {
      throw new UnfitException("is no object");
    }
    return (Map<String, Object>) json;
  }
}
