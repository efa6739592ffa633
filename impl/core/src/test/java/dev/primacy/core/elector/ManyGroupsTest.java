package dev.primacy.core.elector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one group costs beside many others: counted, not timed. */
class ManyGroupsTest {

  private static final int GROUPS = 1_000;
  private static final String ONE = "g7";

  /**
   * More than an elector needs that looks at one group, and far less than one that looks at all.
   */
  private static final int FEW = 20;

  private int looks;

  private final ScriptedStore store =
      new ScriptedStore(
          new ElectionRules() {
            @Override
            boolean isCompatible(GroupRecord group, String fingerprint) {
              looks++;
              return super.isCompatible(group, fingerprint);
            }
          });

  @BeforeEach
  void hold_all_groups() {
    for (int i = 0; i < GROUPS; i++) {
      store.give(new Input.Join("g" + i, ElectionPolicy.AUTOMATIC));
    }
    store.give(new Input.Tick());
    store.pass(2 * ScriptedStore.LEASE);
    assertThat(store.said(Action.Granted.class)).hasSize(GROUPS);
  }

  private int looksAt(Input input) {
    looks = 0;
    store.give(input);
    return looks;
  }

  private FencingToken token() {
    return store.said(Action.Granted.class).stream()
        .filter(granted -> granted.group().equals(ONE))
        .map(Action.Granted::token)
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  @Test
  void taking_many_groups_costs_some_looks_at_each() {
    assertThat(looks).isLessThan(GROUPS * 2 * FEW);
  }

  @Test
  void an_input_about_one_group_looks_at_no_other() {
    assertThat(looksAt(new Input.Hinted(new RecordKey(RecordKind.GROUP, ONE)))).isBetween(1, FEW);
    assertThat(looksAt(new Input.Open(ONE, token()))).isBetween(1, FEW);
    assertThat(looksAt(new Input.Close(ONE, token()))).isBetween(1, FEW);
    assertThat(looksAt(new Input.Release(ONE, token(), Optional.empty()))).isBetween(1, FEW);
  }

  @Test
  void a_wake_up_with_nothing_due_looks_at_no_group() {
    assertThat(looksAt(new Input.Tick())).isZero();
  }

  @Test
  void a_thousand_groups_joined_at_run_time_are_a_few_writes_of_the_own_record_and_a_few_lists() {
    int before = store.asked().size();
    for (int i = 0; i < GROUPS; i++) {
      store.give(new Input.Join("late" + i, ElectionPolicy.AUTOMATIC));
    }
    store.pass(ScriptedStore.LEASE);
    List<Request> asked = store.asked().subList(before, store.asked().size());
    assertThat(asked.stream().filter(this::isOfTheNode)).hasSizeLessThan(8);
    assertThat(store.nodeNow(store.self).groups()).hasSize(2 * GROUPS);
  }

  private boolean isOfTheNode(Request request) {
    return request instanceof Request.Put put && put.key().equals(ScriptedStore.node(store.self));
  }

  @Test
  void a_group_that_waits_alone_is_looked_at_alone() {
    FencingToken token = token();
    store.give(new Input.Release(ONE, token, Optional.empty()));
    looks = 0;
    // it comes back after a lease, and all others are looked at once per cycle only
    store.pass(2 * ScriptedStore.LEASE);
    assertThat(token().term()).isEqualTo(token.term() + 1);
    long cycles = 2 * ScriptedStore.LEASE / ScriptedStore.TIMING.renewEvery().toNanos() + 1;
    assertThat((long) looks).isLessThan(cycles * GROUPS * 6);
  }
}
