package dev.primacy.core.monitor;

import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoredRecord;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one node.
 *
 * @param incarnation the node
 * @param record its record; null if it is gone
 * @since 0.1
 */
public record NodeSighting(UUID incarnation, @Nullable StoredRecord record) {

  /**
   * A record, if it is one of a node.
   *
   * @param record as it stands in the store
   * @return empty if its key is of another kind, or no incarnation
   */
  public static Optional<NodeSighting> of(StoredRecord record) {
    if (record.key().kind() != RecordKind.NODE) {
      return Optional.empty();
    }
    try {
      return Optional.of(new NodeSighting(UUID.fromString(record.key().name()), record));
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  /**
   * A node that is gone.
   *
   * @param incarnation the node
   * @return the sighting
   */
  public static NodeSighting gone(UUID incarnation) {
    return new NodeSighting(incarnation, null);
  }
}
