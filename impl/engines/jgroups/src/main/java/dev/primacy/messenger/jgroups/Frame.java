package dev.primacy.messenger.jgroups;

import dev.primacy.spi.Message;
import dev.primacy.spi.RecordKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What nodes say to each other. */
sealed interface Frame {

  /**
   * An event.
   *
   * @param assigned which node handles it, of each queue
   */
  record Published(Message message, Map<String, UUID> assigned) implements Frame {}

  /** Records that were written. */
  record Hinted(List<RecordKey> keys) implements Frame {}

  /** The queues of which a node handles its share. */
  record Announced(Set<String> queues) implements Frame {}
}
