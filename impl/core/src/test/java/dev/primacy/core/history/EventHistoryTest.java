package dev.primacy.core.history;

import static dev.primacy.core.history.Recorded.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.NodeId;
import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EngineConnectionRestored;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.Heartbeat;
import dev.primacy.event.OperationalEvent;
import dev.primacy.history.EventField;
import dev.primacy.history.EventHistory;
import dev.primacy.history.EventQuery;
import dev.primacy.history.PastEvent;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is found of what was recorded. */
class EventHistoryTest {
  private final Recorded recorded = new Recorded(1000);
  private final EventQuery all = EventQuery.all();

  private void five() {
    IntStream.range(0, 5).forEach(i -> recorded.resource("resource2", i, "s" + i));
  }

  @Test
  @DisplayName(
      "AT-3.12, S3.31: five events are found by origin, time and type, in either order, as many as asked for")
  void five_events_are_found_by_origin_time_and_type() {
    five();
    EventQuery of = all.origin("resource2");
    assertThat(recorded.states(of)).containsExactly("s0", "s1", "s2", "s3", "s4");
    assertThat(recorded.states(of.descending())).containsExactly("s4", "s3", "s2", "s1", "s0");
    assertThat(recorded.states(of.limit(3))).containsExactly("s0", "s1", "s2");
    assertThat(recorded.states(of.from(T.plusSeconds(3)))).containsExactly("s3", "s4");
    assertThat(recorded.states(of.to(T.plusSeconds(2)))).containsExactly("s0", "s1", "s2");
    EventQuery range = all.from(T.plusSeconds(3)).to(T.plusSeconds(4));
    assertThat(recorded.states(range)).containsExactly("s3", "s4");
    assertThat(recorded.states(range.origin("resource2"))).containsExactly("s3", "s4");
    recorded.history.record(
        recorded.stamped(new Recorded.Container(EventEnvelope.of("resource2"))));
    assertThat(recorded.states(all.type(Recorded.Container.class))).hasSize(1);
  }

  @Test
  @DisplayName("S3.31: text is found as written, in any case, and by regular expressions")
  void text_is_found_as_written_in_any_case_and_by_regular_expressions() {
    recorded.resource("chan1.a", 0, "Ready");
    recorded.resource("chan1.b", 1, "active");
    assertThat(recorded.states(all.contains(EventField.TEXT, "Ready"))).containsExactly("Ready");
    assertThat(recorded.states(all.contains(EventField.TEXT, "ready"))).isEmpty();
    assertThat(recorded.states(all.containsIgnoringCase(EventField.TEXT, "rEADY")))
        .containsExactly("Ready");
    assertThat(recorded.states(all.regex(EventField.ORIGIN, "chan\\d\\.b$")))
        .containsExactly("active");
    assertThat(recorded.states(all.regex(EventField.ORIGIN, "CHAN"))).isEmpty();
    assertThat(recorded.states(all.regexIgnoringCase(EventField.ORIGIN, "^CHAN1"))).hasSize(2);
    assertThat(recorded.states(all.contains(EventField.TYPE, "Recorded$Resource"))).hasSize(2);
    assertThat(recorded.states(all.contains(EventField.NODE, "n2"))).isEmpty();
  }

  @Test
  @DisplayName("S3.31: conditions hold together, one of them, or not at all, and take lists")
  void conditions_are_joined_and_take_lists() {
    five();
    recorded.restored(9);
    EventQuery early = all.to(T);
    EventQuery late = all.from(T.plusSeconds(4)).type(ApplicationEvent.class);
    assertThat(recorded.states(early.or(late))).containsExactly("s0", "s4");
    assertThat(recorded.states(early.and(late))).isEmpty();
    assertThat(recorded.states(late.not())).hasSize(5).doesNotContain("s4");
    assertThat(recorded.states(all.origin("nowhere", "resource2"))).hasSize(5);
    assertThat(recorded.states(all.eventId(3024, 10_001))).hasSize(6);
    assertThat(recorded.states(all.eventId(3024)))
        .containsExactly(EngineConnectionRestored.class.getName());
    assertThat(recorded.states(all.types(List.of(OperationalEvent.class, Recorded.Resource.class))))
        .hasSize(6);
    assertThat(recorded.states(all.type(OperationalEvent.class))).hasSize(1);
    assertThat(recorded.states(all.type(ClusterEvent.class))).hasSize(6);
    assertThat(recorded.states(all.topic("10001.#"))).hasSize(5);
    assertThat(recorded.states(all.topic("*.primacy"))).hasSize(1);
  }

  @Test
  @DisplayName("S3.31: nothing asked and no limit finds a hundred")
  void nothing_asked_and_no_limit_finds_a_hundred() {
    IntStream.range(0, 150).forEach(i -> recorded.resource("r", i, "s" + i));
    assertThat(recorded.history.find(all)).hasSize(EventHistory.DEFAULT_LIMIT);
    assertThat(recorded.history.find(all.limit(120))).hasSize(120);
    assertThat(recorded.history.find(all.origin("r"))).hasSize(150);
    assertThatThrownBy(() -> all.limit(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("S3.31: an event is found by its id, whether or not it has an envelope")
  void an_event_is_found_by_its_id() {
    Recorded.Resource event = recorded.resource("r", 0, "one");
    recorded.restored(1);
    PastEvent past = recorded.history.get(event.envelope().id()).orElseThrow();
    assertThat(past.event()).containsSame(event);
    assertThat(past.eventId()).isEqualTo(10_001);
    assertThat(past.node()).isEqualTo(Recorded.NODE);
    assertThat(past.text()).contains("one");
    PastEvent bare = recorded.history.find(all.eventId(3024)).get(0);
    assertThat(bare.id()).hasSize(26);
    assertThat(bare.origin()).isEqualTo("primacy");
    assertThat(recorded.history.get(bare.id())).contains(bare);
    assertThat(recorded.history.get("nothing")).isEmpty();
  }

  @Test
  void the_latest_are_kept_and_numbered_without_gaps() {
    Recorded small = new Recorded(3);
    IntStream.range(0, 5).forEach(i -> small.resource("r", i, "s" + i));
    assertThat(small.states(all.origin("r"))).containsExactly("s2", "s3", "s4");
    assertThat(small.history.latest()).isEqualTo(5);
    assertThat(small.states(all.after(4))).containsExactly("s4");
    assertThat(small.history.find(all.origin("r")))
        .extracting(PastEvent::number)
        .containsExactly(3L, 4L, 5L);
  }

  @Test
  void with_a_size_of_nothing_and_of_what_is_excluded_nothing_is_kept() {
    Recorded off = new Recorded(0);
    off.resource("r", 0, "x");
    assertThat(off.history.find(all.limit(9))).isEmpty();
    Recorded some = new Recorded(10, "Heartbeat", "ApplicationEvent");
    some.history.record(new Heartbeat(Recorded.NODE, 1, T));
    some.resource("r", 0, "x");
    some.restored(1);
    assertThat(some.states(all.limit(9))).containsExactly(EngineConnectionRestored.class.getName());
  }

  @Test
  void a_record_that_cannot_be_written_is_kept_and_a_long_one_is_cut() {
    recorded.history.record(
        recorded.stamped(new Recorded.Unwritable(EventEnvelope.of("unwritable"))));
    recorded.resource("long", 0, "x".repeat(100_000));
    assertThat(recorded.history.find(all.origin("unwritable")).get(0).text())
        .isEqualTo("Unwritable");
    assertThat(recorded.history.find(all.origin("long")).get(0).text())
        .hasSize(PastEvent.LONGEST_TEXT);
  }

  @Test
  @DisplayName("T10: a regular expression that would take for ever is refused")
  void a_regular_expression_that_would_take_for_ever_is_refused() {
    recorded.resource("a".repeat(60), 0, "a".repeat(3000));
    assertThatThrownBy(() -> recorded.history.find(all.regex(EventField.TEXT, ".*.*.*.*§")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("PRIMACY-2095: ");
    assertThatThrownBy(() -> recorded.history.find(all.regex(EventField.TEXT, "x".repeat(257))))
        .hasMessageStartingWith("PRIMACY-2094: ");
    assertThatThrownBy(() -> recorded.history.find(all.regex(EventField.TEXT, "(a")))
        .hasMessageStartingWith("PRIMACY-2093: ");
    EventQuery large =
        IntStream.range(0, 300)
            .boxed()
            .reduce(all, (query, i) -> query.origin("o" + i), (a, b) -> b);
    assertThatThrownBy(() -> recorded.history.find(large)).hasMessageStartingWith("PRIMACY-2096: ");
  }

  @Test
  void groups_and_nodes_are_origins_of_what_has_no_envelope() {
    NodeId node = Recorded.NODE;
    assertThat(Recording.origin(new dev.primacy.event.GroupDropped("ledger", node, 1, T)))
        .isEqualTo("ledger");
    assertThat(Recording.origin(new Heartbeat(node, 1, T)).toLowerCase(Locale.ROOT))
        .isEqualTo("primacy");
  }
}
