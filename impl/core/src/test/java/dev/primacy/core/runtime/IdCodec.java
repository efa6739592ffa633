package dev.primacy.core.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.core.messaging.EventCodec;
import dev.primacy.core.messaging.UndecodableException;
import dev.primacy.event.EnvelopedEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes an event's id, and finds it by that: within one JVM that is enough. */
final class IdCodec implements EventCodec {
  private static final Map<String, EnvelopedEvent> ALL = new ConcurrentHashMap<>();

  /** How many bytes more an event has. */
  volatile int padding;

  @Override
  public byte[] encode(EnvelopedEvent event) {
    ALL.put(event.envelope().id(), event);
    byte[] id = event.envelope().id().getBytes(UTF_8);
    return Arrays.copyOf(id, id.length + padding);
  }

  @Override
  public <E extends EnvelopedEvent> E decode(Class<E> type, byte[] body)
      throws UndecodableException {
    EnvelopedEvent found = ALL.get(new String(body, UTF_8).trim());
    if (!type.isInstance(found)) {
      throw new UndecodableException("TEST: no " + type.getSimpleName());
    }
    return type.cast(found);
  }

  @Override
  public List<String> problems(Class<? extends EnvelopedEvent> type) {
    return List.of();
  }
}
