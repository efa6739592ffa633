package dev.primacy.core.messaging;

import dev.primacy.event.EnvelopedEvent;
import java.util.List;

/**
 * Turns events into bytes and back; found by {@link java.util.ServiceLoader}. Never by Java
 * serialization.
 *
 * @since 0.1
 */
public interface EventCodec {

  /**
   * Turns an event into bytes.
   *
   * @param event stamped
   * @return an object of its own version, with the name of its schema
   * @throws IllegalArgumentException if a component is of a type that has no such form; numbered
   */
  byte[] encode(EnvelopedEvent event);

  /**
   * Turns bytes into an event. The bytes may be anything.
   *
   * @param type the type that has the number they came with
   * @param body the bytes
   * @param <E> the type
   * @return the event, in the envelope it was published in
   * @throws UndecodableException if they are no such event, whatever they are
   */
  <E extends EnvelopedEvent> E decode(Class<E> type, byte[] body) throws UndecodableException;

  /**
   * What keeps events of a type from being turned into bytes, found at deployment.
   *
   * @param type the type
   * @return each problem numbered; empty if there is none
   */
  List<String> problems(Class<? extends EnvelopedEvent> type);
}
