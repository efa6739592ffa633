package dev.primacy.history;

import static java.util.Objects.requireNonNull;

import dev.primacy.event.ClusterEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of an event. Immutable; {@link EventQuery} makes them.
 *
 * @since 0.1
 */
public sealed interface EventCondition {

  /**
   * It is of one of these types, or of a subtype.
   *
   * @param types classes or interfaces of events; of none of them nothing is
   * @since 0.1
   */
  record OfType(Set<Class<? extends ClusterEvent>> types) implements EventCondition {
    /** Copies the set. */
    public OfType {
      types = Set.copyOf(types);
    }
  }

  /**
   * Its type has one of these numbers.
   *
   * @param eventIds see {@link dev.primacy.event.EventId}
   * @since 0.1
   */
  record WithEventId(Set<Integer> eventIds) implements EventCondition {
    /** Copies the set. */
    public WithEventId {
      eventIds = Set.copyOf(eventIds);
    }
  }

  /**
   * It comes from one of these origins.
   *
   * @param origins whole origins
   * @since 0.1
   */
  record FromOrigin(Set<String> origins) implements EventCondition {
    /** Copies the set. */
    public FromOrigin {
      origins = Set.copyOf(origins);
    }
  }

  /**
   * Its topic fits a pattern.
   *
   * @param pattern by AMQP's rules, see {@link dev.primacy.messaging.TopicMatcher}; of {@code
   *     <event id>.<origin>}
   * @since 0.1
   */
  record OnTopic(String pattern) implements EventCondition {
    /** Checks the component. */
    public OnTopic {
      requireNonNull(pattern, "pattern");
    }
  }

  /**
   * It happened in a range of time, both ends included.
   *
   * @param from empty for the beginning
   * @param to empty for no end
   * @since 0.1
   */
  record Within(Optional<Instant> from, Optional<Instant> to) implements EventCondition {
    /** Checks the components. */
    public Within {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }
  }

  /**
   * It was recorded here after another.
   *
   * @param number that one's {@link PastEvent#number}; what comes from the archive has none, and is
   *     never after another
   * @since 0.1
   */
  record After(long number) implements EventCondition {}

  /**
   * A text of it fits.
   *
   * @param field which text
   * @param how how it is compared
   * @param text what with
   * @since 0.1
   */
  record Matching(EventField field, How how, String text) implements EventCondition {
    /** Checks the components. */
    public Matching {
      requireNonNull(field, "field");
      requireNonNull(how, "how");
      requireNonNull(text, "text");
    }

    /**
     * How a text is compared.
     *
     * @since 0.1
     */
    public enum How {
      /** It has the text within it. */
      CONTAINS,
      /** The same, in capitals or small letters. */
      CONTAINS_IGNORING_CASE,
      /** A regular expression is found within it. */
      REGEX,
      /** The same, in capitals or small letters. */
      REGEX_IGNORING_CASE
    }
  }

  /**
   * All of them hold; an empty list always does.
   *
   * @param all the conditions
   * @since 0.1
   */
  record And(List<EventCondition> all) implements EventCondition {
    /** Copies the list. */
    public And {
      all = List.copyOf(all);
    }
  }

  /**
   * One of them holds, at least; an empty list never does.
   *
   * @param any the conditions
   * @since 0.1
   */
  record Or(List<EventCondition> any) implements EventCondition {
    /** Copies the list. */
    public Or {
      any = List.copyOf(any);
    }
  }

  /**
   * It does not hold.
   *
   * @param other the condition
   * @since 0.1
   */
  record Not(EventCondition other) implements EventCondition {
    /** Checks the component. */
    public Not {
      requireNonNull(other, "other");
    }
  }
}
