package dev.primacy.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.event.Heartbeat;
import dev.primacy.history.EventQuery;
import dev.primacy.history.PastEvent;
import dev.primacy.spi.ArchivedEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of events on their way to the archive. */
class PersisterTest {
  private final Recorded recorded = new Recorded(100, "Heartbeat", "ViewEvent");
  private final FakeArchive archive = new FakeArchive();
  private final Archiving archiving = recorded.keptIn(archive);
  private final Persister persister = archiving.persister();
  private final EventQuery all = EventQuery.all().origin("r");

  private void record(int from, int to) {
    IntStream.range(from, to).forEach(i -> recorded.resource("r", i, "s" + i));
  }

  @Test
  @DisplayName(
      "S3.32: everything that was recorded is written at once, and nothing of an excluded type")
  void everything_is_written_at_once() {
    record(0, 5);
    recorded.restored(1);
    recorded.history.record(new Heartbeat(Recorded.NODE, 1, Recorded.T));
    assertThat(archive.kept).isEmpty();
    persister.run();
    persister.run();
    assertThat(archive.bulks).containsExactly(6);
    assertThat(archive.kept).hasSize(6);
  }

  @Test
  @DisplayName("S3.32: what fails is tried again with the next bulk")
  void what_fails_is_tried_again() {
    archive.away = true;
    record(0, 2);
    persister.run();
    record(2, 4);
    persister.run();
    assertThat(archive.kept).isEmpty();
    archive.away = false;
    persister.run();
    assertThat(archive.kept).hasSize(4);
    assertThat(archive.bulks).containsExactly(2, 4, 4);
    assertThat(persister.dropped()).isZero();
  }

  @Test
  @DisplayName("S3.32: after more than two failures one by one, and the bad ones alone are dropped")
  void the_bad_ones_alone_are_dropped() {
    archive.poison = event -> event.text().contains("state=s2]");
    record(0, 5);
    persister.run();
    persister.run();
    persister.run();
    assertThat(archive.kept).as("three times together").isEmpty();
    persister.run();
    assertThat(archive.kept).hasSize(4);
    assertThat(archive.bulks).containsExactly(5, 5, 5, 1, 1, 1, 1, 1);
    assertThat(persister.dropped()).isEqualTo(1);
    record(5, 7);
    persister.run();
    assertThat(archive.bulks).as("together again").endsWith(2);
  }

  @Test
  @DisplayName("S3.32: an archive that is away for long loses nothing that there is room for")
  void an_archive_that_is_away_loses_nothing_that_there_is_room_for() {
    archive.away = true;
    record(0, 5);
    IntStream.range(0, 10).forEach(i -> persister.run());
    assertThat(persister.waiting()).isEqualTo(5);
    archive.away = false;
    persister.run();
    assertThat(archive.kept).hasSize(5);
    assertThat(persister.dropped()).isZero();
  }

  @Test
  @DisplayName("T10: what waits is bounded, and the oldest make room")
  void what_waits_is_bounded() {
    Persister small = new Persister(archive, 3);
    EventText text = new EventText(MessagingSetup.NONE.codec());
    IntStream.rangeClosed(1, 5)
        .forEach(
            i ->
                small.add(
                    new Recording(i, "id" + i, new Heartbeat(Recorded.NODE, i, Recorded.T), text)));
    assertThat(small.waiting()).isEqualTo(3);
    assertThat(small.dropped()).isEqualTo(2);
    small.run();
    assertThat(archive.kept.keySet()).containsExactly("id3", "id4", "id5");
  }

  @Test
  @DisplayName(
      "S3.32: an archive that throws what it must not stops neither the writer nor the history")
  void an_archive_that_throws_stops_nothing() {
    archive.broken = true;
    record(0, 2);
    IntStream.range(0, 3).forEach(i -> persister.run());
    assertThat(recorded.history.latest()).isEqualTo(2);
    archive.broken = false;
    persister.run();
    assertThat(archive.kept).hasSize(2);
  }

  @Test
  @DisplayName(
      "S3.31: the archive is asked together with what is in memory, and nothing is found twice")
  void the_archive_is_asked_together_with_memory() {
    record(0, 700);
    persister.run();
    record(700, 710);
    assertThat(recorded.history.find(all))
        .hasSize(710)
        .extracting(PastEvent::at)
        .isSorted()
        .doesNotHaveDuplicates();
    List<PastEvent> latest = recorded.history.find(all.descending().limit(105));
    assertThat(latest).hasSize(105);
    assertThat(latest.get(0).text()).contains("s709");
    PastEvent old = latest.get(104);
    assertThat(old.event()).as("it is in the archive alone").isEmpty();
    assertThat(old.text()).contains("s605");
    assertThat(old.type()).isEqualTo(Recorded.Resource.class.getName());
    assertThat(old.node()).isEqualTo(Recorded.NODE);
    assertThat(recorded.history.get(old.id())).contains(old);
    assertThat(recorded.history.find(all.type(Recorded.Resource.class).to(Recorded.T))).hasSize(1);
    assertThat(recorded.history.find(EventQuery.all().after(600))).hasSize(100);
    archive.away = true;
    assertThatThrownBy(() -> recorded.history.find(all))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("PRIMACY-2098: ");
    assertThat(recorded.history.find(all.after(0))).hasSize(100);
  }

  @Test
  void what_others_put_into_the_archive_is_found_as_text() {
    archive.kept.put("x", new ArchivedEvent("x", 7, "r", Recorded.T, "no form of ours"));
    PastEvent found = recorded.history.find(all).get(0);
    assertThat(found.text()).isEqualTo("no form of ours");
    assertThat(found.type()).isEmpty();
    assertThat(found.node().name()).isEqualTo("unknown");
  }

  @Test
  @DisplayName("S3.32: at the end what waits is written once more, and the archive closed")
  void at_the_end_what_waits_is_written() throws Exception {
    FakeArchive other = new FakeArchive();
    Archiving ending =
        new Archiving(
            other,
            new HistorySettings(
                10, true, Duration.ofHours(1), Duration.ofDays(7), java.util.Set.of()),
            SystemClocks.INSTANCE,
            Thread::new);
    Recorded late = new Recorded(10);
    late.history.keepIn(ending);
    ending.start();
    late.resource("r", 0, "last");
    ending.close(Duration.ofSeconds(20));
    ending.close(Duration.ofSeconds(20));
    assertThat(other.kept).hasSize(1);
    assertThat(other.closed).isTrue();
  }
}
