package dev.primacy.core.history;

import dev.primacy.core.CoreLog;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.messaging.EventIds;
import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventStamp;
import dev.primacy.history.EventGate;
import dev.primacy.history.EventHistory;
import dev.primacy.history.EventQuery;
import dev.primacy.history.PastEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The history of one node: records what is delivered, and answers. Safe on any thread.
 *
 * @since 0.1
 */
public final class LiveHistory implements EventHistory {
  /** How many characters the regular expressions of one query, or gate, may look at. */
  static final long MOST_LOOKED_AT = 10_000_000;

  private static final Comparator<PastEvent> BY_TIME =
      Comparator.comparing(PastEvent::at)
          .thenComparingLong(PastEvent::number)
          .thenComparing(PastEvent::id);

  private final HistoryRing ring;
  private final Gates gates = new Gates();
  private final EventIds ids;
  private final EventText text;
  private final TypeNames types;
  private final ClassValue<Boolean> excluded;

  // set once, when the engine is open
  private volatile @Nullable Archiving archiving;

  /**
   * Makes an empty one.
   *
   * @param settings what is kept
   * @param clocks for the ids of events that have none
   * @param messaging knows the types of applications, and how to write them
   */
  public LiveHistory(HistorySettings settings, Clocks clocks, MessagingSetup messaging) {
    this.ring = new HistoryRing(settings.size());
    this.ids = new EventIds(clocks);
    this.text = new EventText(messaging.codec());
    this.types = new TypeNames(messaging.types().values());
    this.excluded =
        new ClassValue<>() {
          @Override
          protected Boolean computeValue(Class<?> type) {
            return settings.size() == 0 || TypeNames.isNamed(type, settings.exclude());
          }
        };
  }

  /**
   * Writes to an archive from now on, and asks it too.
   *
   * @param next ready to be used
   */
  public void keepIn(Archiving next) {
    archiving = next;
  }

  /** Asks and writes to no archive from now on: what is in memory is still found. */
  public void keepInMemory() {
    archiving = null;
  }

  /**
   * Records an event. On the thread that is about to deliver it: takes no longer than a short lock,
   * unless gates are open.
   *
   * @param event the event
   */
  public void record(ClusterEvent event) {
    String id = id(event);
    gates.offer(
        excluded.get(event.getClass()) ? new Recording(0, id, event, text) : kept(id, event));
  }

  private Recording kept(String id, ClusterEvent event) {
    Recording recording = ring.add(id, event, text);
    Archiving kept = archiving;
    if (kept != null) {
      kept.persister().add(recording);
    }
    return recording;
  }

  private String id(ClusterEvent event) {
    Optional<EventStamp> stamp =
        event instanceof EnvelopedEvent enveloped ? enveloped.envelope().stamp() : Optional.empty();
    return stamp.isPresent() ? stamp.get().id() : ids.next(twin(event.node().incarnation()));
  }

  /** Events are stamped by the node itself, with a count of their own: no id may be given twice. */
  private static UUID twin(UUID incarnation) {
    return new UUID(~incarnation.getMostSignificantBits(), incarnation.getLeastSignificantBits());
  }

  /**
   * Whether somebody waits at a gate for what may be of a type.
   *
   * @param type a type of event
   * @return true if in doubt
   */
  public boolean hears(Class<? extends ClusterEvent> type) {
    return gates.hears(type);
  }

  @Override
  public List<PastEvent> find(EventQuery query) {
    Predicate<PastEvent> test = Sieve.of(query.condition(), new Effort(MOST_LOOKED_AT), types);
    Set<String> here = new HashSet<>();
    int limit = limit(query);
    List<PastEvent> found = new ArrayList<>(archived(query, test, limit));
    for (Recording recording : ring.all()) {
      PastEvent past = recording.past();
      if (test.test(past)) {
        found.add(past);
        here.add(past.id());
      }
    }
    found.removeIf(each -> each.number() == 0 && here.contains(each.id()));
    found.sort(query.isAscending() ? BY_TIME : BY_TIME.reversed());
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }

  private static int limit(EventQuery query) {
    if (query.limit().isPresent() || query.isNarrowed()) {
      return query.limit().orElse(Integer.MAX_VALUE);
    }
    CoreLog.LOG.historyUnlimited(DEFAULT_LIMIT);
    return DEFAULT_LIMIT;
  }

  private List<PastEvent> archived(EventQuery query, Predicate<PastEvent> test, int limit) {
    Archiving kept = archiving;
    return kept == null ? List.of() : kept.search().find(query, test, limit);
  }

  @Override
  public Optional<PastEvent> get(String id) {
    for (Recording recording : ring.all()) {
      if (recording.id().equals(id)) {
        return Optional.of(recording.past());
      }
    }
    Archiving kept = archiving;
    return kept == null ? Optional.empty() : kept.search().get(id);
  }

  @Override
  public long latest() {
    return ring.last();
  }

  @Override
  public EventGate gate(EventQuery query) {
    return gates.add(
        query.condition(), Sieve.of(query.condition(), new Effort(MOST_LOOKED_AT), types));
  }
}
