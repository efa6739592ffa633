package dev.primacy.core.history;

import dev.primacy.NodeId;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventId;
import dev.primacy.event.GroupEvent;
import dev.primacy.event.NodeEvent;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeUpdated;
import dev.primacy.history.PastEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event and its place. What people read of it is made when somebody asks first: most is never
 * asked for, and whoever delivers must not wait for it.
 */
final class Recording {
  private static final ClassValue<Integer> NUMBERS =
      new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> type) {
          EventId id = type.getAnnotation(EventId.class);
          return id == null ? 0 : id.value();
        }
      };

  private final long number;
  private final String id;
  private final ClusterEvent event;
  private final EventText text;

  // made twice at worst, and the same then
  private volatile @Nullable PastEvent past;

  Recording(long number, String id, ClusterEvent event, EventText text) {
    this.number = number;
    this.id = id;
    this.event = event;
    this.text = text;
  }

  /** The number of a type; 0 if it has none. */
  static int number(Class<?> type) {
    return NUMBERS.get(type);
  }

  long number() {
    return number;
  }

  String id() {
    return id;
  }

  ClusterEvent event() {
    return event;
  }

  PastEvent past() {
    PastEvent made = past;
    if (made == null) {
      made = make();
      past = made;
    }
    return made;
  }

  private PastEvent make() {
    return new PastEvent(
        number,
        id,
        NUMBERS.get(event.getClass()),
        event.getClass().getName(),
        origin(event),
        event.node(),
        event.at(),
        text.of(event),
        Optional.of(event));
  }

  static String origin(ClusterEvent event) {
    if (event instanceof EnvelopedEvent enveloped) {
      return enveloped.envelope().origin();
    }
    if (event instanceof GroupEvent group) {
      return group.group();
    }
    return event instanceof NodeEvent node ? about(node).name() : PastEvent.PRIMACY;
  }

  private static NodeId about(NodeEvent event) {
    if (event instanceof NodeJoined joined) {
      return joined.joined().id();
    }
    if (event instanceof NodeUpdated updated) {
      return updated.current().id();
    }
    return event instanceof NodeLeft left ? left.left().id() : event.node();
  }
}
