package dev.primacy.core.elector;

import static dev.primacy.core.elector.ScriptedStore.LEASE;
import static dev.primacy.core.elector.ScriptedStore.TIMING;
import static dev.primacy.core.elector.ScriptedStore.group;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that hints tells a node of its own writes too, before their answers or after them. */
class HintedWritesTest {
  private static final String LEDGER = "ledger";
  private static final int GROUPS = 100;
  private static final long RETRY = TIMING.retryNanos();

  private final ScriptedStore store = new ScriptedStore();
  private final Queue<RecordKey> hints = new ArrayDeque<>();

  private long reads() {
    return store.asked().stream().filter(Request.Read.class::isInstance).count();
  }

  private long lists() {
    return store.asked().stream().filter(Request.List.class::isInstance).count();
  }

  private PutOutcome hintedAfterTheAnswer(Request request) {
    if (request instanceof Request.Put put && put.key().kind() == RecordKind.GROUP) {
      hints.add(put.key());
    }
    return store.write(request);
  }

  private PutOutcome hintedBeforeTheAnswer(Request request) {
    PutOutcome outcome = store.write(request);
    if (request instanceof Request.Put put && put.key().kind() == RecordKind.GROUP) {
      store.hint(put.key());
    }
    return outcome;
  }

  private void giveHints() {
    for (RecordKey key = hints.poll(); key != null; key = hints.poll()) {
      store.hint(key);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void many_groups_are_taken_without_reading_any_of_them(boolean before) {
    store.writes = before ? this::hintedBeforeTheAnswer : this::hintedAfterTheAnswer;
    for (int i = 0; i < GROUPS; i++) {
      store.give(new Input.Join("g" + i, ElectionPolicy.AUTOMATIC));
    }
    store.give(new Input.Tick());
    giveHints();
    long tick = TIMING.renewEvery().toNanos() / 50;
    for (long passed = 0; passed < 2 * LEASE; passed += tick) {
      store.pass(tick);
      giveHints();
    }
    assertThat(store.said(Action.Granted.class)).hasSize(GROUPS);
    assertThat(reads()).isZero();
    assertThat(lists()).isLessThanOrEqualTo(2 * LEASE / TIMING.renewEvery().toNanos() + 3);
  }

  @Test
  void of_two_hints_after_a_write_the_second_one_is_read() {
    store.joined(LEDGER);
    long before = reads();
    store.hint(group(LEDGER));
    assertThat(reads()).as("of the own create").isEqualTo(before);
    store.hint(group(LEDGER));
    assertThat(reads()).isEqualTo(before + 1);
  }

  @Test
  void a_hint_long_after_the_own_write_is_read() {
    store.joined(LEDGER).pass(RETRY);
    long before = reads();
    store.hint(group(LEDGER));
    assertThat(reads()).isEqualTo(before + 1);
  }

  @Test
  void a_hint_that_came_while_a_write_was_refused_is_read() {
    store.writes =
        request -> {
          if (request instanceof Request.Put put && put.key().kind() == RecordKind.GROUP) {
            store.hint(put.key());
            return new PutOutcome.Refused(new IllegalStateException("planted"));
          }
          return null;
        };
    store.joined(LEDGER);
    assertThat(reads()).isPositive();
  }

  /** Who takes it is to be known at once: that hint may be the only one. */
  @Test
  void the_hint_of_a_release_is_read() {
    FencingToken token = store.primaryOf(LEDGER);
    store.pass(RETRY);
    store.give(new Input.Close(LEDGER, token));
    store.give(new Input.Release(LEDGER, token, Optional.empty()));
    UUID other = new UUID(2, 2);
    store.groupIs(LEDGER, released -> released.takenBy(other));
    long before = reads();
    store.hint(group(LEDGER));
    assertThat(reads()).isGreaterThan(before);
    assertThat(store.said(Action.HolderSeen.class))
        .last()
        .extracting(Action.HolderSeen::holder)
        .isEqualTo(Optional.of(other));
  }

  @Test
  void what_another_node_did_to_a_group_is_read_though_it_was_just_taken() {
    store.joined(LEDGER);
    while (store.said(Action.Granted.class).isEmpty()) {
      store.pass(ScriptedStore.MS);
    }
    store.hint(group(LEDGER));
    assertThat(store.said(Action.Lost.class)).isEmpty();
    store.groupIs(LEDGER, held -> held.takenBy(new UUID(2, 2)));
    store.hint(group(LEDGER));
    assertThat(store.said(Action.Lost.class)).hasSize(1);
  }

  @Test
  void hints_cause_no_list_before_the_store_had_time_for_other_things() {
    for (int i = 0; i < GROUPS; i++) {
      store.give(new Input.Join("g" + i, ElectionPolicy.AUTOMATIC));
    }
    store.give(new Input.Tick());
    store.pass(2 * LEASE);
    long took = TIMING.renewEvery().toNanos() / 5;
    store.answers = false;
    store.move(TIMING.renewEvery().toNanos());
    store.give(new Input.Tick());
    hintAll();
    store.move(took);
    long before = lists();
    store.answers = true;
    store.give(new Input.Tick());
    store.pass(2 * took);
    assertThat(lists()).as("three times as long as it took have passed").isEqualTo(before);
    store.pass(2 * took);
    assertThat(lists()).isEqualTo(before + 1);
  }

  private void hintAll() {
    for (int i = 0; i < GROUPS; i++) {
      store.hint(group("g" + i));
      store.hint(group("g" + i));
    }
  }
}
