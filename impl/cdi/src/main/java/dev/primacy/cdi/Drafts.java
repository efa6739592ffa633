package dev.primacy.cdi;

import dev.primacy.core.messaging.EventShape;
import dev.primacy.event.EnvelopedEvent;

/** Events before they are published. */
final class Drafts {
  private Drafts() {}

  /** The same, from an origin. */
  @SuppressWarnings("unchecked") // the class of an event of this type
  static <E extends EnvelopedEvent> E from(E draft, String origin) {
    EventShape<E> shape = EventShape.of((Class<E>) draft.getClass());
    return shape.with(draft, draft.envelope().withOrigin(origin));
  }
}
