package dev.primacy.core.history;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.history.EventCondition;
import dev.primacy.history.EventQuery;
import dev.primacy.history.PastEvent;
import dev.primacy.spi.ArchiveException;
import dev.primacy.spi.ArchiveQuery;
import dev.primacy.spi.ArchivedEvent;
import dev.primacy.spi.EventArchive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Asks an archive: what it can choose by itself is left to it, and the rest is tested here, page by
 * page.
 */
final class ArchiveSearch {
  /** How many events are fetched at once. */
  static final int PAGE = 500;

  /** How many are looked at for one query, so that no query walks through years. */
  static final int MOST_LOOKED_AT = 100_000;

  private final EventArchive archive;

  ArchiveSearch(EventArchive archive) {
    this.archive = archive;
  }

  /**
   * Finds events.
   *
   * @throws IllegalStateException if the archive does not say
   */
  List<PastEvent> find(EventQuery query, Predicate<PastEvent> test, int most) {
    Reach reach = Reach.of(query.condition());
    List<PastEvent> found = new ArrayList<>();
    if (reach.isNowhere()) {
      return found;
    }
    ArchiveQuery asked = reach.query(!query.isAscending());
    for (int looked = 0; looked < MOST_LOOKED_AT; looked += PAGE) {
      List<ArchivedEvent> page = ask(asked);
      for (ArchivedEvent each : page) {
        PastEvent past = ArchiveForm.of(each);
        if (test.test(past)) {
          found.add(past);
        }
      }
      if (page.size() < PAGE || found.size() >= most) {
        break;
      }
      asked = asked.following(page.get(page.size() - 1));
    }
    return found;
  }

  Optional<PastEvent> get(String id) {
    ArchiveQuery any = ArchiveQuery.first(1);
    ArchiveQuery one =
        new ArchiveQuery(
            Set.of(id), Set.of(), Set.of(), any.from(), any.to(), false, Optional.empty(), 1);
    return ask(one).stream().findFirst().map(ArchiveForm::of);
  }

  private List<ArchivedEvent> ask(ArchiveQuery query) {
    try {
      return archive.find(query);
    } catch (ArchiveException silent) {
      throw silent(String.valueOf(silent.getMessage()), silent);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw silent("the thread was interrupted", stop);
    }
  }

  private static IllegalStateException silent(String why, Exception cause) {
    return new IllegalStateException(MESSAGES.archiveSilent(why), cause);
  }

  /** What an archive can choose by: at least all that a condition lets pass. */
  private record Reach(
      Set<Integer> eventIds,
      Set<String> origins,
      Optional<Instant> from,
      Optional<Instant> to,
      boolean isNowhere) {

    private static final Reach EVERYWHERE =
        new Reach(Set.of(), Set.of(), Optional.empty(), Optional.empty(), false);

    /** An archived event has no number, so none is after another. */
    private static final Reach NOWHERE =
        new Reach(Set.of(), Set.of(), Optional.empty(), Optional.empty(), true);

    static Reach of(EventCondition condition) {
      if (condition instanceof EventCondition.And and) {
        return and.all().stream().map(Reach::of).reduce(EVERYWHERE, Reach::narrowed);
      }
      if (condition instanceof EventCondition.WithEventId with) {
        return new Reach(
            with.eventIds(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            with.eventIds().isEmpty());
      }
      if (condition instanceof EventCondition.FromOrigin from) {
        return new Reach(
            Set.of(), from.origins(), Optional.empty(), Optional.empty(), from.origins().isEmpty());
      }
      if (condition instanceof EventCondition.Within within) {
        return new Reach(Set.of(), Set.of(), within.from(), within.to(), false);
      }
      return condition instanceof EventCondition.After ? NOWHERE : EVERYWHERE;
    }

    /** By the first of two that speak of the same; the test sees to the second. */
    Reach narrowed(Reach other) {
      return new Reach(
          eventIds.isEmpty() ? other.eventIds : eventIds,
          origins.isEmpty() ? other.origins : origins,
          from.or(other::from),
          to.or(other::to),
          isNowhere || other.isNowhere);
    }

    ArchiveQuery query(boolean descending) {
      return new ArchiveQuery(
          Set.of(), eventIds, origins, from, to, descending, Optional.empty(), PAGE);
    }
  }
}
