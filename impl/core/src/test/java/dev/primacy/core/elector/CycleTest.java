package dev.primacy.core.elector;

import static dev.primacy.core.elector.ScriptedStore.LEASE;
import static dev.primacy.core.elector.ScriptedStore.TIMING;
import static dev.primacy.core.elector.ScriptedStore.group;
import static dev.primacy.core.elector.ScriptedStore.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.spi.PutOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an elector asks of its store, and when: on a manual clock, counted. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CycleTest {

  private static final String LEDGER = "ledger";
  private static final String MAIL = "mail";
  private static final UUID OTHER = new UUID(2, 2);
  private static final long EVERY = TIMING.renewEvery().toNanos();
  private static final int INTERVALS = 40;

  private final ScriptedStore store = new ScriptedStore();
  private int attempt = 1;

  private static GroupRecord heldBy(ScriptedStore store, UUID holder) {
    return store.newGroup().takenBy(holder);
  }

  private void heldByOther(String name) {
    store.peer(OTHER, NodeState.ALIVE, attempt);
    store.set(group(name), RecordCodec.encode(heldBy(store, OTHER)));
  }

  private void otherRenews() {
    store.peer(OTHER, NodeState.ALIVE, ++attempt);
    store.hint(node(OTHER));
  }

  private long asked(Class<? extends Request> type) {
    return store.asked().stream().filter(type::isInstance).count();
  }

  /** Requests since the last clear: a write with its list is one. */
  private long cost() {
    return store.sent().size();
  }

  @Test
  void without_hints_an_interval_costs_one_request() {
    heldByOther(LEDGER);
    store.joined(LEDGER);
    store.actions.clear();
    for (int i = 0; i < INTERVALS; i++) {
      store.peer(OTHER, NodeState.ALIVE, ++attempt);
      store.pass(EVERY);
    }
    assertThat(asked(Request.Put.class)).isBetween(INTERVALS - 1L, INTERVALS + 3L);
    assertThat(asked(Request.List.class)).isBetween(INTERVALS - 1L, INTERVALS + 3L);
    assertThat(asked(Request.Read.class)).isZero();
    assertThat(cost()).isLessThanOrEqualTo(INTERVALS + 3L);
  }

  @Test
  void for_a_holder_too() {
    store.primaryOf(LEDGER);
    store.actions.clear();
    store.pass(INTERVALS * EVERY);
    assertThat(cost()).isBetween(INTERVALS + 0L, INTERVALS + 3L);
    assertThat(asked(Request.Put.class)).isEqualTo(cost());
    assertThat(asked(Request.List.class)).isEqualTo(cost());
    assertThat(store.admits(LEDGER)).isTrue();
  }

  /** Whenever the holder renews within the follower's interval, and however it varies. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 10, 25, 40, 50, 60, 74, 76, 90, 99})
  void with_hints_it_costs_no_more_for_a_follower(long percent) {
    heldByOther(LEDGER);
    store.joined(LEDGER).pass(EVERY * percent / 100);
    store.actions.clear();
    for (int i = 0; i < INTERVALS; i++) {
      otherRenews();
      store.pass(EVERY - i % 3 * EVERY / 40);
    }
    assertThat(asked(Request.Put.class)).isBetween(INTERVALS - 2L, INTERVALS + 3L);
    assertThat(asked(Request.List.class)).isBetween(INTERVALS - 2L, INTERVALS + 3L);
    // until the interval and the hint have found each other
    assertThat(asked(Request.Read.class)).isLessThanOrEqualTo(2);
    assertThat(cost()).isLessThanOrEqualTo(INTERVALS + 5L);
  }

  /** Whoever holds nothing may wait for a hint, but not for one that does not come. */
  @Test
  void a_follower_without_its_hint_renews_an_interval_and_a_quarter_after_the_last() {
    heldByOther(LEDGER);
    store.joined(LEDGER);
    otherRenews();
    store.pass(EVERY);
    otherRenews();
    store.actions.clear();
    store.pass(EVERY + EVERY / 4 - 1);
    assertThat(cost()).isZero();
    store.pass(1);
    assertThat(store.sent()).singleElement().isInstanceOf(Request.PutAndList.class);
  }

  @Test
  void whoever_becomes_a_holder_renews_within_an_interval_of_the_last_time() {
    heldByOther(LEDGER);
    store.joined(LEDGER);
    otherRenews();
    store.pass(EVERY);
    otherRenews();
    store.pass(EVERY + EVERY / 8);
    store.groupIs(LEDGER, held -> held.released(Optional.empty()));
    store.actions.clear();
    store.hint(group(LEDGER));
    store.pass(EVERY / 100);
    assertThat(store.said(Action.Granted.class)).hasSize(1);
    assertThat(store.sent()).hasAtLeastOneElementOfType(Request.PutAndList.class);
  }

  @Test
  void what_failed_together_is_asked_one_by_one() {
    heldByOther(LEDGER);
    store.joined(LEDGER);
    store.peer(OTHER, NodeState.ALIVE, ++attempt);
    store.pass(EVERY);
    store.reads = false;
    store.writes = request -> new PutOutcome.Unknown(new IllegalStateException("planted"));
    store.pass(EVERY);
    store.actions.clear();
    store.pass(EVERY);
    assertThat(store.sent()).isNotEmpty().noneMatch(Request.PutAndList.class::isInstance);
    store.reads = true;
    store.writes = request -> null;
    store.peer(OTHER, NodeState.ALIVE, ++attempt);
    store.pass(EVERY);
    store.actions.clear();
    store.pass(2 * EVERY);
    assertThat(store.sent()).isNotEmpty().allMatch(Request.PutAndList.class::isInstance);
  }

  /** R1 and R9: of both together only the list failed. */
  @Test
  void a_renewal_whose_list_is_missing_counts_and_a_list_whose_write_failed_shows() {
    FencingToken token = store.primaryOf(LEDGER);
    store.reads = false;
    store.pass(EVERY);
    assertThat(store.admits(LEDGER)).isTrue();
    store.reads = true;
    store.writes = request -> new PutOutcome.Refused(new IllegalStateException("planted"));
    store.pass(EVERY);
    store.groupIs(LEDGER, held -> held.takenBy(OTHER));
    store.pass(EVERY);
    assertThat(store.said(Action.Lost.class))
        .singleElement()
        .satisfies(lost -> assertThat(lost.token()).isEqualTo(token));
  }

  @Test
  void a_renewal_is_seen_when_it_is_hinted_so_that_failover_is_as_quick_as_with_a_read() {
    heldByOther(LEDGER);
    store.joined(LEDGER);
    for (int i = 0; i < INTERVALS; i++) {
      otherRenews();
      store.pass(EVERY - i % 7 * EVERY / 100);
    }
    otherRenews();
    long patience = LEASE + LEASE / 100;
    store.pass(patience - 1);
    assertThat(store.nodeNow(OTHER).state()).isEqualTo(NodeState.ALIVE);
    store.pass(15 * ScriptedStore.MS);
    assertThat(store.nodeNow(OTHER).state()).isEqualTo(NodeState.EXPELLED);
  }

  @Test
  void of_two_holders_one_is_listed_and_the_other_read() {
    UUID third = new UUID(3, 3);
    heldByOther(LEDGER);
    store.peer(third, NodeState.ALIVE, 1);
    store.set(group(MAIL), RecordCodec.encode(heldBy(store, third)));
    store.joined(LEDGER).joined(MAIL);
    store.actions.clear();
    for (int i = 0; i < INTERVALS; i++) {
      otherRenews();
      store.pass(EVERY / 3);
      store.peer(third, NodeState.ALIVE, i + 2);
      store.hint(node(third));
      store.pass(EVERY - EVERY / 3);
    }
    assertThat(asked(Request.List.class)).isBetween(INTERVALS - 2L, INTERVALS + 3L);
    assertThat(asked(Request.Read.class)).isBetween(INTERVALS - 2L, INTERVALS + 3L);
  }

  /** R9: what confirms it has to come in time, though nothing hints at it. */
  @Test
  void a_holder_looks_once_per_interval_whatever_the_hints_of_others() {
    store.primaryOf(MAIL);
    heldByOther(LEDGER);
    store.joined(LEDGER);
    List<Long> lists = new ArrayList<>();
    for (int i = 0; i < 10 * INTERVALS; i++) {
      long before = asked(Request.List.class);
      if (i % 9 == 0) {
        otherRenews();
      }
      store.pass(EVERY / 10);
      if (asked(Request.List.class) > before) {
        lists.add(store.now().nanos());
      }
    }
    assertThat(lists).hasSizeGreaterThanOrEqualTo(INTERVALS);
    for (int i = 1; i < lists.size(); i++) {
      assertThat(lists.get(i) - lists.get(i - 1)).isLessThanOrEqualTo(EVERY + EVERY / 10);
    }
    assertThat(store.admits(MAIL)).isTrue();
    assertThat(store.said(Action.Lost.class)).isEmpty();
  }

  @Test
  void whoever_becomes_a_holder_looks_again_within_an_interval() {
    heldByOther(LEDGER);
    store.joined(LEDGER);
    for (int i = 0; i < 3; i++) {
      otherRenews();
      store.pass(EVERY);
    }
    otherRenews();
    store.groupIs(LEDGER, held -> held.released(Optional.empty()));
    store.hint(group(LEDGER));
    store.pass(EVERY / 100);
    assertThat(store.said(Action.Granted.class)).hasSize(1);
    store.actions.clear();
    store.pass(EVERY);
    assertThat(asked(Request.List.class)).isEqualTo(1);
  }

  @Test
  void a_hinted_group_is_read_at_once_whenever_the_last_list_was() {
    heldByOther(LEDGER);
    store.joined(LEDGER);
    store.actions.clear();
    store.hint(group(LEDGER));
    assertThat(store.asked()).containsExactly(new Request.Read(group(LEDGER)));
  }

  @Test
  void many_hints_at_a_time_become_one_list() {
    for (int i = 0; i < 100; i++) {
      heldByOther("g" + i);
      store.joined("g" + i);
    }
    store.pass(EVERY);
    store.actions.clear();
    store.answers = false;
    for (int i = 0; i < 100; i++) {
      store.hint(group("g" + i));
    }
    assertThat(asked(Request.Read.class)).isEqualTo(16);
    store.answers = true;
    store.pass(EVERY / 4);
    assertThat(asked(Request.Read.class)).isEqualTo(16);
    assertThat(asked(Request.List.class)).isEqualTo(1);
  }

  @Test
  void what_was_not_answered_is_asked_again_soon() {
    heldByOther(LEDGER);
    store.joined(LEDGER);
    store.reads = false;
    store.pass(EVERY);
    store.actions.clear();
    otherRenews();
    store.pass(EVERY);
    assertThat(asked(Request.List.class)).isBetween(4L, 6L);
  }
}
