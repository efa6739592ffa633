package dev.primacy.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.ArchiveException;
import dev.primacy.spi.ArchiveQuery;
import dev.primacy.spi.ArchivedEvent;
import dev.primacy.spi.EventArchive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events that are kept for good; on each database, which is empty when a test begins. */
interface ArchiveRules {

  Instant START = Instant.parse("2026-01-01T00:00:00.123Z");

  /** Settings of a user who may do everything. */
  Surroundings surroundings();

  private EventArchive archive() throws Exception {
    return new JdbcEngine().archive(surroundings()).orElseThrow();
  }

  private static ArchivedEvent event(int number, int type, String origin) {
    return new ArchivedEvent(
        "id-%05d".formatted(number),
        type,
        origin,
        START.plusSeconds(number),
        "{\"n\":" + number + "}");
  }

  private static List<ArchivedEvent> events(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> event(i, i % 2 == 0 ? 2001 : 3001, i % 3 == 0 ? "Disk" : "disk"))
        .toList();
  }

  @Test
  default void what_was_written_is_found_in_the_order_of_its_time() throws Exception {
    try (EventArchive archive = archive();
        EventArchive other = archive()) {
      archive.write(events(150));
      archive.write(List.of());
      assertThat(other.find(ArchiveQuery.first(1000))).isEqualTo(events(150));
      assertThat(other.find(ArchiveQuery.first(3))).isEqualTo(events(3));
    }
  }

  @Test
  default void a_query_narrows_by_type_origin_id_and_time_with_both_ends() throws Exception {
    try (EventArchive archive = archive()) {
      List<ArchivedEvent> all = events(60);
      archive.write(all);
      ArchiveQuery query =
          new ArchiveQuery(
              Set.of(),
              Set.of(2001),
              Set.of("disk"),
              Optional.of(all.get(4).at()),
              Optional.of(all.get(40).at()),
              true,
              Optional.empty(),
              100);
      List<ArchivedEvent> expected = new ArrayList<>();
      for (int i = 40; i >= 4; i -= 2) {
        if (i % 3 != 0) {
          expected.add(all.get(i));
        }
      }
      assertThat(archive.find(query)).isEqualTo(expected);
      ArchiveQuery byId =
          new ArchiveQuery(
              Set.of("id-00003", "id-00007", "none"),
              Set.of(),
              Set.of(),
              Optional.empty(),
              Optional.empty(),
              false,
              Optional.empty(),
              100);
      assertThat(archive.find(byId)).containsExactly(all.get(3), all.get(7));
    }
  }

  @Test
  default void answers_go_on_where_they_ended() throws Exception {
    try (EventArchive archive = archive()) {
      List<ArchivedEvent> same = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        same.add(new ArchivedEvent("id-%05d".formatted(i), 1, "", START, ""));
      }
      archive.write(same);
      List<ArchivedEvent> found = new ArrayList<>();
      ArchiveQuery query = ArchiveQuery.first(10);
      List<ArchivedEvent> page = archive.find(query);
      while (!page.isEmpty()) {
        found.addAll(page);
        page = archive.find(query.following(page.get(page.size() - 1)));
      }
      assertThat(found).isEqualTo(same);
    }
  }

  @Test
  default void a_bulk_may_be_written_again() throws Exception {
    try (EventArchive archive = archive()) {
      archive.write(events(10));
      archive.write(events(20));
      archive.write(events(20));
      assertThat(archive.find(ArchiveQuery.first(1000))).isEqualTo(events(20));
    }
  }

  @Test
  default void a_bulk_with_a_bad_event_is_rejected_as_a_whole_and_the_others_one_by_one_are_not()
      throws Exception {
    try (EventArchive archive = archive()) {
      List<ArchivedEvent> bulk = new ArrayList<>(events(3));
      bulk.add(event(3, 1, "o".repeat(EventTables.ORIGIN_CHARACTERS + 1)));
      assertThatThrownBy(() -> archive.write(bulk))
          .isInstanceOfSatisfying(
              ArchiveException.class, refusal -> assertThat(refusal.rejected()).isTrue())
          .hasMessageStartingWith("PRIMACY-3264");
      assertThat(archive.find(ArchiveQuery.first(10))).isEmpty();
      archive.write(events(3));
      assertThat(archive.find(ArchiveQuery.first(10))).isEqualTo(events(3));
    }
  }

  @Test
  default void the_oldest_are_forgotten_a_few_at_a_time() throws Exception {
    try (EventArchive archive = archive()) {
      archive.write(events(30));
      int forgotten = archive.forget(START.plusSeconds(25), 10);
      assertThat(forgotten).isEqualTo(10);
      while (archive.forget(START.plusSeconds(25), 10) > 0) {
        assertThat(archive.find(ArchiveQuery.first(1)).get(0)).isNotEqualTo(events(1).get(0));
      }
      assertThat(archive.find(ArchiveQuery.first(100))).isEqualTo(events(30).subList(25, 30));
    }
  }
}
