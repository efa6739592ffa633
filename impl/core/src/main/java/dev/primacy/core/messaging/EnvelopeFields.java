package dev.primacy.core.messaging;

import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What may be said of an envelope by name. */
final class EnvelopeFields {

  /** What only Primacy says, by the names that it has or had elsewhere. */
  private static final Set<String> OURS =
      Set.of("id", "_id", "eventId", "stamp", "node", "seq", "at");

  private static final Map<String, BiFunction<EventEnvelope, String, EventEnvelope>> TEXTS =
      Map.of(
          "origin", EventEnvelope::withOrigin,
          "originType", EventEnvelope::withOriginType,
          "subType", EventEnvelope::withSubType,
          "name", EventEnvelope::withName,
          "description", EventEnvelope::withDescription,
          "actor", EventEnvelope::withActor);

  private EnvelopeFields() {}

  static boolean isOurs(String name) {
    return OURS.contains(name);
  }

  static boolean has(String name) {
    return TEXTS.containsKey(name) || name.equals("status") || name.equals("occurredAt");
  }

  /** The envelope that says it as well. */
  static EventEnvelope set(EventEnvelope now, String name, @Nullable Object value, Times times) {
    if (name.equals("occurredAt") && value != null) {
      return now.withOccurredAt(times.read(value));
    }
    if (name.equals("status")) {
      return now.withStatus((EventStatus) Named.fit(name, EventStatus.class, value));
    }
    return Optional.ofNullable(TEXTS.get(name))
        .map(field -> field.apply(now, (String) Named.fit(name, String.class, value)))
        .orElseThrow(() -> new IllegalArgumentException(name));
  }
}
