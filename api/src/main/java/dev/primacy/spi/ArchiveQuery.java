package dev.primacy.spi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which events an archive is asked for. They come in the order of their time, those of one
 * millisecond in the order of their ids.
 *
 * @param ids the ids to choose from; empty for all
 * @param eventIds the numbers of types to choose from; empty for all
 * @param origins the origins to choose from; empty for all
 * @param from the earliest time, itself included
 * @param to the latest time, itself included
 * @param descending whether the latest comes first
 * @param after the event after which to go on, in the order asked for: the last one of the answer
 *     before; empty to begin
 * @param limit how many at most, at least 1
 * @since 0.1
 */
public record ArchiveQuery(
    Set<String> ids,
    Set<Integer> eventIds,
    Set<String> origins,
    Optional<Instant> from,
    Optional<Instant> to,
    boolean descending,
    Optional<ArchivedEvent> after,
    int limit) {

  /** Checks the components. */
  public ArchiveQuery {
    ids = Set.copyOf(ids);
    eventIds = Set.copyOf(eventIds);
    origins = Set.copyOf(origins);
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(after, "after");
    if (limit < 1) {
      throw new IllegalArgumentException("a limit of " + limit);
    }
  }

  /**
   * All events, the earliest first.
   *
   * @param limit how many at most, at least 1
   * @return to be narrowed by the constructor
   */
  public static ArchiveQuery first(int limit) {
    return new ArchiveQuery(
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        limit);
  }

  /**
   * The same, going on where an answer ended.
   *
   * @param last the last event of that answer
   * @return another query
   */
  public ArchiveQuery following(ArchivedEvent last) {
    return new ArchiveQuery(ids, eventIds, origins, from, to, descending, Optional.of(last), limit);
  }
}
