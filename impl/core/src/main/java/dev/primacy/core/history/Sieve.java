package dev.primacy.core.history;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.event.ClusterEvent;
import dev.primacy.history.EventCondition;
import dev.primacy.history.EventCondition.Matching;
import dev.primacy.history.PastEvent;
import dev.primacy.messaging.TopicMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A condition made into a test, once per query. What it is made of is checked here: conditions may
 * come from outside.
 */
final class Sieve {
  /** Longer expressions are refused. */
  static final int LONGEST_EXPRESSION = 256;

  /** How many conditions one may have within it. */
  static final int MOST_CONDITIONS = 256;

  private final Effort effort;
  private final TypeNames types;
  private int conditions;

  private Sieve(Effort effort, TypeNames types) {
    this.effort = effort;
    this.types = types;
  }

  /**
   * The test.
   *
   * @throws IllegalArgumentException if the condition cannot be tested; numbered. The test throws
   *     it if it costs too much
   */
  static Predicate<PastEvent> of(EventCondition condition, Effort effort, TypeNames types) {
    return new Sieve(effort, types).test(condition);
  }

  private Predicate<PastEvent> test(EventCondition condition) {
    if (++conditions > MOST_CONDITIONS) {
      throw new IllegalArgumentException(MESSAGES.queryTooLarge(MOST_CONDITIONS));
    }
    if (condition instanceof EventCondition.And and) {
      List<Predicate<PastEvent>> all = and.all().stream().map(this::test).toList();
      return event -> all.stream().allMatch(each -> each.test(event));
    }
    if (condition instanceof EventCondition.Or or) {
      List<Predicate<PastEvent>> any = or.any().stream().map(this::test).toList();
      return event -> any.stream().anyMatch(each -> each.test(event));
    }
    return condition instanceof EventCondition.Not not
        ? test(not.other()).negate()
        : fact(condition);
  }

  private Predicate<PastEvent> fact(EventCondition condition) {
    if (condition instanceof EventCondition.OfType of) {
      return event -> types.isOneOf(event, of.types());
    }
    if (condition instanceof EventCondition.WithEventId with) {
      return event -> with.eventIds().contains(event.eventId());
    }
    if (condition instanceof EventCondition.FromOrigin from) {
      return event -> from.origins().contains(event.origin());
    }
    if (condition instanceof EventCondition.OnTopic on) {
      TopicMatcher matcher = TopicMatcher.of(on.pattern());
      return event -> matcher.matches(event.eventId() + "." + event.origin());
    }
    if (condition instanceof EventCondition.Within within) {
      return event -> isWithin(event, within);
    }
    if (condition instanceof EventCondition.After after) {
      return event -> event.number() > after.number();
    }
    return text((Matching) condition);
  }

  private static boolean isWithin(PastEvent event, EventCondition.Within range) {
    return range.from().stream().noneMatch(from -> event.at().isBefore(from))
        && range.to().stream().noneMatch(to -> event.at().isAfter(to));
  }

  private Predicate<PastEvent> text(Matching matching) {
    String wanted = matching.text();
    return switch (matching.how()) {
      case CONTAINS -> event -> field(event, matching).contains(wanted);
      case CONTAINS_IGNORING_CASE -> {
        String small = wanted.toLowerCase(Locale.ROOT);
        yield event -> field(event, matching).toLowerCase(Locale.ROOT).contains(small);
      }
      case REGEX -> found(matching, 0);
      case REGEX_IGNORING_CASE -> found(matching, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    };
  }

  private Predicate<PastEvent> found(Matching matching, int flags) {
    Pattern pattern = compiled(matching.text(), flags);
    return event -> effort.find(pattern, field(event, matching));
  }

  private static Pattern compiled(String expression, int flags) {
    if (expression.length() > LONGEST_EXPRESSION) {
      throw new IllegalArgumentException(MESSAGES.expressionTooLong(LONGEST_EXPRESSION));
    }
    try {
      return Pattern.compile(expression, flags);
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(MESSAGES.badExpression(wrong.getDescription()), wrong);
    } catch (StackOverflowError tooDeep) {
      throw new IllegalArgumentException(MESSAGES.badExpression("nested too deeply"), tooDeep);
    }
  }

  private static String field(PastEvent event, Matching matching) {
    return switch (matching.field()) {
      case TEXT -> event.text();
      case ORIGIN -> event.origin();
      case TYPE -> event.type();
      case NODE -> event.node().name();
    };
  }

  /** Whether an event of a type could hold a condition; true if in doubt. */
  static boolean mayHold(EventCondition condition, Class<? extends ClusterEvent> type) {
    if (condition instanceof EventCondition.And and) {
      return and.all().stream().allMatch(each -> mayHold(each, type));
    }
    if (condition instanceof EventCondition.Or or) {
      return or.any().stream().anyMatch(each -> mayHold(each, type));
    }
    if (condition instanceof EventCondition.OfType of) {
      return isOneOf(of.types(), type);
    }
    return !(condition instanceof EventCondition.WithEventId with)
        || with.eventIds().contains(Recording.number(type));
  }

  private static boolean isOneOf(
      Set<Class<? extends ClusterEvent>> types, Class<? extends ClusterEvent> type) {
    return types.stream().anyMatch(each -> each.isAssignableFrom(type));
  }
}
