package dev.primacy.history;

import static java.util.Objects.requireNonNull;

import dev.primacy.event.ClusterEvent;
import dev.primacy.history.EventCondition.Matching.How;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which events of the history are asked for. Immutable: begin with {@link #all} and narrow it; each
 * method returns another query. What is asked for one after the other has to hold together.
 *
 * <pre>{@code
 * history.find(EventQuery.all().type(GroupEvent.class).origin("ledger").from(midnight).descending().limit(20));
 * }</pre>
 *
 * @since 0.1
 */
public final class EventQuery {
  private static final EventQuery ALL = new EventQuery(List.of(), true, OptionalInt.empty());

  private final List<EventCondition> conditions;
  private final boolean ascending;
  private final OptionalInt limit;

  private EventQuery(List<EventCondition> conditions, boolean ascending, OptionalInt limit) {
    this.conditions = conditions;
    this.ascending = ascending;
    this.limit = limit;
  }

  /**
   * Every event, in ascending order.
   *
   * @return without a limit; if nothing more is asked for, {@link EventHistory#DEFAULT_LIMIT} holds
   */
  public static EventQuery all() {
    return ALL;
  }

  /**
   * Narrows it.
   *
   * @param condition has to hold too
   * @return another query
   */
  public EventQuery where(EventCondition condition) {
    requireNonNull(condition, "condition");
    List<EventCondition> more = new ArrayList<>(conditions);
    more.add(condition);
    return new EventQuery(List.copyOf(more), ascending, limit);
  }

  /**
   * Those of a type.
   *
   * @param type a class or interface of events: those of subtypes are found too
   * @return another query
   */
  public EventQuery type(Class<? extends ClusterEvent> type) {
    return types(List.of(type));
  }

  /**
   * Those of one of some types.
   *
   * @param types classes or interfaces of events: those of subtypes are found too
   * @return another query
   */
  public EventQuery types(List<Class<? extends ClusterEvent>> types) {
    return where(new EventCondition.OfType(Set.copyOf(types)));
  }

  /**
   * Those whose type has one of some numbers.
   *
   * @param ids see {@link dev.primacy.event.EventId}
   * @return another query
   */
  public EventQuery eventId(int... ids) {
    return where(
        new EventCondition.WithEventId(
            Arrays.stream(ids).boxed().collect(Collectors.toUnmodifiableSet())));
  }

  /**
   * Those from one of some origins.
   *
   * @param origins whole origins
   * @return another query
   */
  public EventQuery origin(String... origins) {
    return where(new EventCondition.FromOrigin(Set.copyOf(Arrays.asList(origins))));
  }

  /**
   * Those whose topic fits a pattern.
   *
   * @param pattern such as {@code 1001.#} or {@code *.chan1.*}: by AMQP's rules
   * @return another query
   */
  public EventQuery topic(String pattern) {
    return where(new EventCondition.OnTopic(pattern));
  }

  /**
   * Those that happened then or later.
   *
   * @param start the first instant that counts
   * @return another query
   */
  public EventQuery from(Instant start) {
    return where(new EventCondition.Within(Optional.of(start), Optional.empty()));
  }

  /**
   * Those that happened then or before.
   *
   * @param end the last instant that counts
   * @return another query
   */
  public EventQuery to(Instant end) {
    return where(new EventCondition.Within(Optional.empty(), Optional.of(end)));
  }

  /**
   * Those recorded after another.
   *
   * @param number that one's {@link PastEvent#number}
   * @return another query; what comes from the archive it does not find
   */
  public EventQuery after(long number) {
    return where(new EventCondition.After(number));
  }

  /**
   * Those that have a text within them.
   *
   * @param field where to look
   * @param text as it is written
   * @return another query
   */
  public EventQuery contains(EventField field, String text) {
    return where(new EventCondition.Matching(field, How.CONTAINS, text));
  }

  /**
   * Those that have a text within them, in capitals or small letters.
   *
   * @param field where to look
   * @param text in any case
   * @return another query
   */
  public EventQuery containsIgnoringCase(EventField field, String text) {
    return where(new EventCondition.Matching(field, How.CONTAINS_IGNORING_CASE, text));
  }

  /**
   * Those in which a regular expression is found.
   *
   * @param field where to look
   * @param expression as {@link java.util.regex.Pattern} reads it; at most 256 characters
   * @return another query
   */
  public EventQuery regex(EventField field, String expression) {
    return where(new EventCondition.Matching(field, How.REGEX, expression));
  }

  /**
   * Those in which a regular expression is found, in capitals or small letters.
   *
   * @param field where to look
   * @param expression as {@link java.util.regex.Pattern} reads it; at most 256 characters
   * @return another query
   */
  public EventQuery regexIgnoringCase(EventField field, String expression) {
    return where(new EventCondition.Matching(field, How.REGEX_IGNORING_CASE, expression));
  }

  /**
   * Those that both find.
   *
   * @param other its order and limit mean nothing
   * @return another query, in the order and with the limit of this one
   */
  public EventQuery and(EventQuery other) {
    return where(other.condition());
  }

  /**
   * Those that one of both finds.
   *
   * @param other its order and limit mean nothing
   * @return another query, in the order and with the limit of this one
   */
  public EventQuery or(EventQuery other) {
    EventCondition either = new EventCondition.Or(List.of(condition(), other.condition()));
    return new EventQuery(List.of(either), ascending, limit);
  }

  /**
   * Those that it does not find.
   *
   * @return another query, in the order and with the limit of this one
   */
  public EventQuery not() {
    return new EventQuery(List.of(new EventCondition.Not(condition())), ascending, limit);
  }

  /**
   * The earliest first; so it is unless it is said otherwise.
   *
   * @return another query
   */
  public EventQuery ascending() {
    return new EventQuery(conditions, true, limit);
  }

  /**
   * The latest first.
   *
   * @return another query
   */
  public EventQuery descending() {
    return new EventQuery(conditions, false, limit);
  }

  /**
   * As many at most, in the query's order.
   *
   * @param most at least 1
   * @return another query
   * @throws IllegalArgumentException if it is less
   */
  public EventQuery limit(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("a limit is 1 or more, and this one is " + most);
    }
    return new EventQuery(conditions, ascending, OptionalInt.of(most));
  }

  /**
   * What it asks.
   *
   * @return one condition for all; of {@link #all} one that always holds
   */
  public EventCondition condition() {
    return conditions.size() == 1 ? conditions.get(0) : new EventCondition.And(conditions);
  }

  /**
   * Whether anything is asked.
   *
   * @return false if every event is found
   */
  public boolean isNarrowed() {
    return !conditions.isEmpty();
  }

  /**
   * Whether the earliest come first.
   *
   * @return false for the latest
   */
  public boolean isAscending() {
    return ascending;
  }

  /**
   * How many at most.
   *
   * @return empty if it was not said
   */
  public OptionalInt limit() {
    return limit;
  }

  @Override
  public String toString() {
    return "EventQuery" + conditions + (ascending ? "" : " descending") + " limit " + limit;
  }
}
