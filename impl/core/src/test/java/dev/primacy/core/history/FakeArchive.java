package dev.primacy.core.history;

import dev.primacy.spi.ArchiveException;
import dev.primacy.spi.ArchiveQuery;
import dev.primacy.spi.ArchivedEvent;
import dev.primacy.spi.EventArchive;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** An archive in memory that a test can break; written by one thread, and looked at by another. */
public final class FakeArchive implements EventArchive {
  public final Map<String, ArchivedEvent> kept = Collections.synchronizedMap(new LinkedHashMap<>());
  final List<Integer> bulks = new CopyOnWriteArrayList<>();
  volatile boolean away;
  volatile boolean broken;
  public volatile boolean closed;
  Predicate<ArchivedEvent> poison = event -> false;

  @Override
  public void write(List<ArchivedEvent> events) throws ArchiveException {
    bulks.add(events.size());
    check();
    if (events.stream().anyMatch(poison)) {
      throw new ArchiveException("it does not fit", new IllegalStateException("planted"), true);
    }
    events.forEach(event -> kept.putIfAbsent(event.id(), event));
  }

  private void check() throws ArchiveException {
    if (broken) {
      throw new IllegalStateException("a defect");
    }
    if (away) {
      throw new ArchiveException("away", new IllegalStateException("planted"), false);
    }
  }

  @Override
  public List<ArchivedEvent> find(ArchiveQuery query) throws ArchiveException {
    check();
    Comparator<ArchivedEvent> order =
        Comparator.comparing(ArchivedEvent::at).thenComparing(ArchivedEvent::id);
    Comparator<ArchivedEvent> asked = query.descending() ? order.reversed() : order;
    return List.copyOf(kept.values()).stream()
        .filter(event -> query.ids().isEmpty() || query.ids().contains(event.id()))
        .filter(event -> query.eventIds().isEmpty() || query.eventIds().contains(event.eventId()))
        .filter(event -> query.origins().isEmpty() || query.origins().contains(event.origin()))
        .filter(event -> query.from().stream().noneMatch(event.at()::isBefore))
        .filter(event -> query.to().stream().noneMatch(event.at()::isAfter))
        .filter(event -> query.after().stream().noneMatch(l -> asked.compare(event, l) <= 0))
        .sorted(asked)
        .limit(query.limit())
        .toList();
  }

  @Override
  public int forget(Instant before, int most) {
    List<String> old =
        kept.values().stream()
            .filter(event -> event.at().isBefore(before))
            .limit(most)
            .map(ArchivedEvent::id)
            .toList();
    old.forEach(kept::remove);
    return old.size();
  }

  @Override
  public void close() {
    closed = true;
  }
}
