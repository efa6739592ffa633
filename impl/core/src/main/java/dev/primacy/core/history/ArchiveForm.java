package dev.primacy.core.history;

import dev.primacy.NodeId;
import dev.primacy.history.PastEvent;
import dev.primacy.spi.ArchivedEvent;
import java.util.Optional;
import java.util.UUID;

/**
 * Past events as an archive keeps them. What the archive has no column for is in the first lines of
 * the text: type, node's name, incarnation.
 */
final class ArchiveForm {
  private static final UUID NOBODY = new UUID(0, 0);
  private static final int LINES = 4;

  private ArchiveForm() {}

  static ArchivedEvent of(PastEvent event) {
    String whole =
        String.join(
            "\n",
            event.type(),
            event.node().name(),
            event.node().incarnation().toString(),
            event.text());
    return new ArchivedEvent(event.id(), event.eventId(), event.origin(), event.at(), whole);
  }

  /** Whatever wrote it: what is not in this form is all text. */
  static PastEvent of(ArchivedEvent kept) {
    String[] lines = kept.text().split("\n", LINES);
    Optional<UUID> incarnation = lines.length == LINES ? uuid(lines[2]) : Optional.empty();
    boolean ours = incarnation.isPresent();
    return new PastEvent(
        0,
        kept.id(),
        kept.eventId(),
        ours ? lines[0] : "",
        kept.origin(),
        new NodeId(ours ? lines[1] : "unknown", incarnation.orElse(NOBODY)),
        kept.at(),
        ours ? lines[3] : kept.text(),
        Optional.empty());
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
