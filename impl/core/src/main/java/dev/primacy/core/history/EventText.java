package dev.primacy.core.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.core.messaging.EventCodec;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.history.PastEvent;
import java.util.Optional;

/**
 * What an event tells, as text: JSON if it has an envelope and there is a codec, else as its record
 * writes itself.
 */
final class EventText {
  private final Optional<EventCodec> codec;

  EventText(Optional<EventCodec> codec) {
    this.codec = codec;
  }

  String of(ClusterEvent event) {
    String whole = json(event).orElseGet(() -> words(event));
    return whole.length() <= PastEvent.LONGEST_TEXT
        ? whole
        : whole.substring(0, PastEvent.LONGEST_TEXT - 1) + "…";
  }

  private Optional<String> json(ClusterEvent event) {
    if (codec.isEmpty() || !(event instanceof EnvelopedEvent enveloped)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(codec.get().encode(enveloped), UTF_8));
    } catch (RuntimeException noSuchForm) {
      // an event of this node alone may have what has no JSON
      return Optional.empty();
    }
  }

  /** Records of applications write themselves, and may do it wrongly. */
  private static String words(ClusterEvent event) {
    try {
      return String.valueOf(event);
    } catch (RuntimeException broken) {
      return event.getClass().getSimpleName();
    }
  }
}
