package dev.primacy.cdi;

import dev.primacy.core.messaging.EventShape;
import dev.primacy.core.messaging.Via;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.Origin;
import dev.primacy.event.OriginType;
import dev.primacy.event.Queue;
import dev.primacy.event.SubType;
import dev.primacy.event.TopicPattern;
import dev.primacy.messaging.TopicMatcher;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which events an observer means beyond what the container resolves: patterns of origins and
 * topics, and its queue. The container resolves whether such a qualifier is there, since the values
 * are non-binding; what they say is decided here.
 *
 * @param queue the queue as the observer names it; empty if it is of none
 * @param patterns all of them have to match
 */
record Selection(String queue, List<Predicate<EnvelopedEvent>> patterns) {

  static Selection of(ObserverMethod<?> observer) {
    String queue = "";
    List<Predicate<EnvelopedEvent>> patterns = new ArrayList<>();
    for (Annotation qualifier : observer.getObservedQualifiers()) {
      if (qualifier instanceof Queue named) {
        queue = named.value();
      } else if (qualifier instanceof Origin origin) {
        patterns.add(in(origin.value(), EventEnvelope::origin));
      } else if (qualifier instanceof SubType subType) {
        patterns.add(in(subType.value(), EventEnvelope::subType));
      } else if (qualifier instanceof OriginType originType) {
        patterns.add(in(originType.value(), EventEnvelope::originType));
      } else if (qualifier instanceof TopicPattern topic) {
        TopicMatcher matcher = TopicMatcher.of(topic.value());
        patterns.add(event -> matcher.matches(topic(event)));
      }
    }
    return new Selection(queue, List.copyOf(patterns));
  }

  private static Predicate<EnvelopedEvent> in(
      String pattern, Function<EventEnvelope, String> field) {
    TopicMatcher matcher = TopicMatcher.of(pattern);
    return event -> matcher.matches(field.apply(event.envelope()));
  }

  private static String topic(EnvelopedEvent event) {
    return EventShape.of(event.getClass()).eventId() + "." + event.envelope().origin();
  }

  /** Whether an event that Primacy delivers is meant. */
  boolean means(Object event, Via via) {
    return via.isFor(queue)
        && (patterns.isEmpty()
            || (event instanceof EnvelopedEvent enveloped
                && patterns.stream().allMatch(pattern -> pattern.test(enveloped))));
  }
}
