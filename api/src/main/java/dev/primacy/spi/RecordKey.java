package dev.primacy.spi;

import static java.util.Objects.requireNonNull;

/**
 * Names a record within one cluster of one store.
 *
 * @param kind what it describes
 * @param name an incarnation in its canonical form, or a group's name of the form {@code
 *     [A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?}; an engine whose keys are stricter encodes it
 * @since 0.1
 */
public record RecordKey(RecordKind kind, String name) {

  /** Checks the components. */
  public RecordKey {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
  }
}
