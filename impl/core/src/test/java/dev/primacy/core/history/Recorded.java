package dev.primacy.core.history;

import dev.primacy.NodeId;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.core.messaging.Stamps;
import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.EngineConnectionRestored;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import dev.primacy.history.EventHistory;
import dev.primacy.history.EventQuery;
import dev.primacy.history.PastEvent;
import dev.primacy.spi.EventArchive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A history whose time stands still unless a test moves it. */
final class Recorded {
  static final Instant T = Instant.parse("2026-11-23T12:00:00Z");
  static final NodeId NODE =
      new NodeId("n1", UUID.fromString("12345678-9abc-def0-1122-334455667788"));

  final AtomicLong millis = new AtomicLong(T.toEpochMilli());
  final LiveHistory history;
  private final Clocks clocks =
      new Clocks() {
        @Override
        public long nanos() {
          return millis.get() * 1_000_000;
        }

        @Override
        public long millis() {
          return millis.get();
        }
      };
  private final Stamps stamps = new Stamps(clocks, () -> NODE);

  @EventId(10_001)
  record Resource(EventEnvelope envelope, String state) implements ApplicationEvent {}

  @EventId(10_002)
  record Container(EventEnvelope envelope) implements ApplicationEvent {}

  /** An event that no record can write. */
  @EventId(10_003)
  record Unwritable(EventEnvelope envelope) implements ApplicationEvent {
    @Override
    public String toString() {
      throw new IllegalStateException("planted");
    }
  }

  Recorded(int size, String... exclude) {
    history = new LiveHistory(settings(size, exclude), clocks, MessagingSetup.NONE);
  }

  static HistorySettings settings(int size, String... exclude) {
    return new HistorySettings(
        size, false, Duration.ofSeconds(1), Duration.ofDays(7), Set.of(exclude));
  }

  Archiving keptIn(EventArchive archive) {
    Archiving archiving =
        new Archiving(
            archive,
            settings(10),
            clocks,
            task -> {
              throw new AssertionError("nothing runs here by itself");
            });
    history.keepIn(archiving);
    return archiving;
  }

  <E extends EnvelopedEvent> E stamped(E draft) {
    return stamps.stamped(draft);
  }

  /** Records something that happened so many seconds after the beginning. */
  Resource resource(String origin, int seconds, String state) {
    Resource event =
        stamped(
            new Resource(EventEnvelope.of(origin).withOccurredAt(T.plusSeconds(seconds)), state));
    history.record(event);
    return event;
  }

  /** Something without an envelope. */
  void restored(long seq) {
    history.record(
        new EngineConnectionRestored(NODE, seq, Duration.ofSeconds(3), T.plusSeconds(seq)));
  }

  List<String> states(EventQuery query) {
    return states(history, query);
  }

  static List<String> states(EventHistory history, EventQuery query) {
    return history.find(query).stream().map(Recorded::state).toList();
  }

  static String state(PastEvent past) {
    return past.event()
        .filter(Resource.class::isInstance)
        .map(Resource.class::cast)
        .map(Resource::state)
        .orElse(past.type());
  }
}
