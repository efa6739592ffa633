package dev.primacy.core.elector;

import static dev.primacy.core.elector.ScriptedStore.LEASE;
import static dev.primacy.core.elector.ScriptedStore.MS;
import static dev.primacy.core.elector.ScriptedStore.TIMING;
import static dev.primacy.core.elector.ScriptedStore.group;
import static dev.primacy.core.elector.ScriptedStore.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeStatus;
import dev.primacy.control.ReadOnlyState;
import dev.primacy.core.elector.Action.Problem;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.record.Candidate;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.GroupState;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.UnknownFields;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule by rule, one elector against a store that answers as told. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ElectorTest {

  private static final String LEDGER = "ledger";
  private static final UUID OTHER = new UUID(2, 2);
  private static final PutOutcome UNKNOWN = new PutOutcome.Unknown(new Exception("no answer"));
  private static final PutOutcome REFUSED = new PutOutcome.Refused(new Exception("not sent"));

  private final ScriptedStore store = new ScriptedStore();

  // ---- R1

  @Test
  void r1_the_create_is_sent_once_and_attempts_are_numbered_upwards() {
    store.joined(LEDGER).pass(2 * LEASE);
    List<Long> attempts =
        store.asked().stream()
            .filter(r -> r instanceof Request.Put put && put.key().equals(node(store.self)))
            .map(r -> decoded((Request.Put) r).attempt())
            .toList();
    assertThat(attempts).isSorted().doesNotHaveDuplicates().startsWith(1L).hasSizeGreaterThan(4);
  }

  private static dev.primacy.core.record.NodeRecord decoded(Request.Put put) {
    try {
      return RecordCodec.decodeNode(put.value());
    } catch (dev.primacy.core.record.RecordFormatException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void r1_the_deadline_counts_from_before_the_renewal_was_sent() {
    store.primaryOf(LEDGER);
    long sentAtTheLatest = store.now().nanos();
    Admission admission = store.published.get(LEDGER);
    assertThat(admission.nanosDeadline() - sentAtTheLatest)
        .isLessThanOrEqualTo(LEASE - TIMING.marginNanos());
    assertThat(admission.millisDeadline() - store.now().millis())
        .isLessThanOrEqualTo((LEASE - TIMING.marginNanos()) / MS);
  }

  @Test
  void r1_an_unknown_renewal_does_not_extend_the_lease() {
    store.primaryOf(LEDGER);
    long before = store.published.get(LEDGER).nanosDeadline();
    store.writes = request -> UNKNOWN;
    store.pass(LEASE / 2);
    assertThat(store.published.get(LEDGER).nanosDeadline()).isEqualTo(before);
  }

  @Test
  void r1_an_unknown_renewal_that_is_read_back_extends_the_lease_from_when_it_was_sent() {
    store.primaryOf(LEDGER);
    store.writes =
        request -> {
          store.write(request);
          return UNKNOWN;
        };
    store.pass(3 * LEASE);
    assertThat(store.admits(LEDGER)).isTrue();
    assertThat(store.said(Action.Lost.class)).isEmpty();
  }

  @Test
  void r1_an_expelled_incarnation_is_dead_for_good() {
    FencingToken token = store.primaryOf(LEDGER);
    store.set(
        node(store.self),
        RecordCodec.encode(store.nodeNow(store.self).withState(NodeState.EXPELLED)));
    store.pass(LEASE);
    assertThat(store.said(Action.Lost.class))
        .containsExactly(new Action.Lost(LEDGER, token, RoleChangeCause.EXPELLED));
    assertThat(store.said(Action.Died.class))
        .containsExactly(new Action.Died(RoleChangeCause.EXPELLED));
    assertThat(store.elector.handle(new Input.Tick(), store.now())).isEmpty();
  }

  @Test
  void r1_a_create_whose_fate_stays_unclear_for_a_lease_is_given_up() {
    store.writes = request -> UNKNOWN;
    store.joined(LEDGER).pass(2 * LEASE);
    assertThat(store.said(Action.Died.class)).hasSize(1);
    assertThat(store.asked().stream().filter(r -> r instanceof Request.Put)).hasSize(1);
  }

  @Test
  void r1_a_refused_create_is_sent_again_under_a_new_number() {
    store.writes = request -> REFUSED;
    store.joined(LEDGER).pass(LEASE);
    store.writes = request -> null;
    store.pass(LEASE);
    assertThat(store.nodeNow(store.self).attempt()).isGreaterThan(1);
    assertThat(store.said(Action.Died.class)).isEmpty();
  }

  // ---- R2 and R6

  @Test
  @DisplayName(
      "AT-1.9, S1.16: a silent holder is expelled after its own lease and drift and not before")
  void r2_a_silent_holder_is_expelled_after_its_own_lease_and_drift_and_not_before() {
    heldByOther();
    store.joined(LEDGER);
    long patience = LEASE + LEASE / 100;
    store.pass(patience - 1);
    assertThat(store.nodeNow(OTHER).state()).isEqualTo(NodeState.ALIVE);
    store.pass(15 * MS);
    assertThat(store.nodeNow(OTHER).state()).isEqualTo(NodeState.EXPELLED);
    assertThat(store.said(Action.NodeGone.class))
        .containsExactly(new Action.NodeGone(OTHER, NodeLeftCause.EXPELLED));
    assertThat(store.granted().term()).isEqualTo(5);
  }

  private void heldByOther() {
    store.peer(OTHER, NodeState.ALIVE, 1);
    store.set(group(LEDGER), RecordCodec.encode(heldBy(OTHER)));
  }

  private GroupRecord heldBy(UUID holder) {
    GroupRecord group = store.newGroup();
    for (int term = 0; term < 4; term++) {
      group = group.takenBy(holder);
    }
    return group;
  }

  @Test
  void r2_the_record_s_own_lease_is_waited_out_not_the_observer_s() {
    store.peer(OTHER, NodeState.ALIVE, 1, Duration.ofSeconds(9));
    store.set(group(LEDGER), RecordCodec.encode(heldBy(OTHER)));
    store.joined(LEDGER).pass(2 * LEASE);
    assertThat(store.nodeNow(OTHER).state()).isEqualTo(NodeState.ALIVE);
    assertThat(store.said(Action.Complain.class))
        .anyMatch(c -> c.problem() == Problem.LEASE_TOO_LONG && c.subject().equals("other"));
  }

  @Test
  void r2_a_renewed_holder_is_not_expelled() {
    heldByOther();
    store.joined(LEDGER);
    for (int attempt = 2; attempt < 12; attempt++) {
      store.pass(LEASE / 2);
      store.peer(OTHER, NodeState.ALIVE, attempt);
      store.hint(node(OTHER));
    }
    assertThat(store.nodeNow(OTHER).state()).isEqualTo(NodeState.ALIVE);
    assertThat(store.said(Action.Granted.class)).isEmpty();
  }

  @Test
  @DisplayName(
      "AT-1.9, S1.16: without hints reads show that the holder lives, and nobody takes over")
  void r2_a_renewed_holder_is_not_expelled_though_nothing_hints_at_its_renewals() {
    heldByOther();
    store.joined(LEDGER);
    for (int attempt = 2; attempt < 12; attempt++) {
      store.pass(LEASE / 2);
      store.peer(OTHER, NodeState.ALIVE, attempt);
    }
    assertThat(store.nodeNow(OTHER).state()).isEqualTo(NodeState.ALIVE);
    assertThat(store.said(Action.Granted.class)).isEmpty();
  }

  @Test
  void r6_a_missing_holder_is_waited_out_and_expelled_by_creating_its_record() {
    store.set(group(LEDGER), RecordCodec.encode(heldBy(OTHER)));
    store.joined(LEDGER).pass(LEASE);
    assertThat(store.records).doesNotContainKey(node(OTHER));
    store.pass(LEASE / 10);
    assertThat(store.nodeNow(OTHER).state()).isEqualTo(NodeState.EXPELLED);
    assertThat(store.granted().term()).isEqualTo(5);
  }

  // ---- R3

  @Test
  void r3_a_free_group_is_taken_in_the_next_term_at_once() {
    store.set(group(LEDGER), RecordCodec.encode(heldBy(OTHER).released(Optional.empty())));
    store.joined(LEDGER).pass(1);
    assertThat(store.granted().term()).isEqualTo(5);
    assertThat(store.groupNow(LEDGER).holder()).contains(store.self);
  }

  @Test
  void r3_an_acquisition_of_unknown_fate_counts_once_it_is_read() {
    store.set(group(LEDGER), RecordCodec.encode(heldBy(OTHER).released(Optional.empty())));
    store.writes =
        request -> {
          boolean taking = request instanceof Request.Put p && p.key().kind() == RecordKind.GROUP;
          PutOutcome outcome = store.write(request);
          return taking ? UNKNOWN : outcome;
        };
    store.joined(LEDGER).pass(1);
    assertThat(store.granted().term()).isEqualTo(5);
  }

  @Test
  @DisplayName("S2.45: a passive node never takes a group")
  void r3_a_passive_node_never_takes_a_group() {
    ScriptedStore passive =
        new ScriptedStore(
            n ->
                new NodeSettings(
                    n.self(), Optional.empty(), 0, true, Map.of(), n.timing(), n.confirmed()));
    passive.joined(LEDGER).pass(5 * LEASE);
    assertThat(passive.said(Action.Granted.class)).isEmpty();
    assertThat(passive.said(Action.Standing.class))
        .extracting(Action.Standing::standing)
        .containsExactly(GroupStanding.JOINING, GroupStanding.MEMBER);
  }

  @Test
  @DisplayName("AT-2.17: a passive node outlives a hundred holders and follows none of them")
  void r3_a_passive_node_takes_no_group_of_a_hundred_holders_that_die() {
    ScriptedStore passive =
        new ScriptedStore(
            n ->
                new NodeSettings(
                    n.self(), Optional.empty(), 0, true, Map.of(), n.timing(), n.confirmed()));
    passive.joined(LEDGER);
    GroupRecord group = passive.newGroup();
    for (int i = 0; i < 100; i++) {
      UUID holder = new UUID(7, i);
      group = group.takenBy(holder);
      passive.peer(holder, NodeState.ALIVE, 1);
      passive.set(group(LEDGER), RecordCodec.encode(group));
      passive.pass(2 * LEASE);
      assertThat(passive.nodeNow(holder).state()).isEqualTo(NodeState.EXPELLED);
    }
    assertThat(passive.said(Action.Granted.class)).isEmpty();
  }

  @Test
  void r3_a_frozen_group_is_not_taken() {
    store.set(
        group(LEDGER),
        RecordCodec.encode(
            new GroupRecord(
                GroupState.OPEN,
                UUID.randomUUID(),
                4,
                Optional.empty(),
                Optional.empty(),
                true,
                Set.of(),
                "AUTOMATIC",
                "format 1, election AUTOMATIC",
                UnknownFields.NONE)));
    store.joined(LEDGER).pass(3 * LEASE);
    assertThat(store.said(Action.Granted.class)).isEmpty();
  }

  @Test
  @DisplayName("T11: a term that nobody could have reached is not followed by another one")
  void r3_a_group_of_an_absurd_term_is_not_taken() {
    GroupRecord group = store.newGroup();
    store.set(group(LEDGER), RecordCodec.encode(atTerm(group, Long.MAX_VALUE / 2)));
    store.joined(LEDGER).pass(3 * LEASE);
    assertThat(store.said(Action.Granted.class)).isEmpty();

    ScriptedStore plausible = new ScriptedStore();
    GroupRecord last = atTerm(plausible.newGroup(), Long.MAX_VALUE / 2 - 1);
    plausible.set(group(LEDGER), RecordCodec.encode(last));
    plausible.joined(LEDGER).pass(3 * LEASE);
    assertThat(plausible.said(Action.Granted.class)).hasSize(1);
  }

  private static GroupRecord atTerm(GroupRecord group, long term) {
    return new GroupRecord(
        group.state(),
        group.scope(),
        term,
        Optional.empty(),
        Optional.empty(),
        false,
        Set.of(),
        group.policy(),
        group.fingerprint(),
        UnknownFields.NONE);
  }

  // ---- who is told when to take a group

  private ScriptedStore seeking(Seeking when) {
    store.joined(LEDGER).give(new Input.Seek(LEDGER, when));
    return store;
  }

  @Test
  void a_node_that_takes_a_group_only_when_named_waits_for_its_name() {
    seeking(Seeking.WHEN_NAMED).pass(4 * LEASE);
    assertThat(store.said(Action.Granted.class)).isEmpty();

    Candidate self = new Candidate(store.self, Duration.ofNanos(LEASE));
    store.groupIs(LEDGER, group -> group.nominating(Optional.of(self)));
    store.pass(LEASE);

    assertThat(store.said(Action.Granted.class)).hasSize(1);
    assertThat(store.groupNow(LEDGER).candidate()).isEmpty();
  }

  @Test
  void a_node_that_takes_nothing_does_not_even_if_it_is_named() {
    seeking(Seeking.NEVER).pass(3 * LEASE);
    Candidate self = new Candidate(store.self, Duration.ofNanos(LEASE));
    store.groupIs(LEDGER, group -> group.nominating(Optional.of(self)));
    store.pass(3 * LEASE);
    assertThat(store.said(Action.Granted.class)).isEmpty();

    store.give(new Input.Seek(LEDGER, Seeking.WHEN_NAMED));
    store.pass(LEASE);
    assertThat(store.said(Action.Granted.class)).hasSize(1);
  }

  @Test
  void a_group_that_is_taken_read_only_is_so_from_the_first_instant_on() {
    seeking(Seeking.WHEN_FREE_READ_ONLY).pass(4 * LEASE);
    store.give(new Input.Open(LEDGER, store.granted()));

    assertThat(store.groupNow(LEDGER).readOnlyState()).isEqualTo(new ReadOnlyState(false, true));
    assertThat(store.published.get(LEDGER).readOnly()).isTrue();
  }

  @Test
  void every_change_of_a_groups_record_is_told_once() {
    store.primaryOf(LEDGER);
    long before = store.said(Action.GroupSeen.class).size();
    store.groupIs(LEDGER, group -> group.readOnly(true));
    store.pass(2 * LEASE);

    assertThat(store.said(Action.GroupSeen.class)).hasSize((int) before + 1);
    assertThat(store.said(Action.Lost.class)).isEmpty();
    assertThat(store.published.get(LEDGER).readOnly()).isTrue();
  }

  @Test
  void what_a_node_says_of_itself_is_written_with_what_was_configured() {
    store.joined(LEDGER).pass(LEASE);
    store.give(
        new Input.Describe(SelfDescription.PLAIN.withInternal(Map.of("primacy.schema", "7"))));
    store.pass(LEASE);

    assertThat(store.nodeNow(store.self).internal()).containsEntry("primacy.schema", "7");
    assertThat(store.said(Action.NodeSeen.class))
        .last()
        .satisfies(
            seen -> {
              assertThat(seen.internal()).isEqualTo(Map.of("primacy.schema", "7"));
              assertThat(seen.node().attributes()).isEmpty();
            });
  }

  // ---- R4

  @Test
  void r4_nobody_is_let_in_before_the_observers_are_done() {
    store.joined(LEDGER).pass(2 * LEASE);
    assertThat(store.said(Action.Granted.class)).hasSize(1);
    assertThat(store.admits(LEDGER)).isFalse();
    store.give(new Input.Open(LEDGER, store.granted()));
    assertThat(store.admits(LEDGER)).isTrue();
  }

  @Test
  void r4_a_lapse_burns_the_term_first_and_the_next_one_is_greater() {
    FencingToken token = store.primaryOf(LEDGER);
    store.writes = request -> UNKNOWN;
    store.reads = false;
    store.actions.clear();
    store.pass(LEASE);
    assertThat(store.admits(LEDGER)).isFalse();
    List<Action> told =
        store.actions.stream()
            .filter(a -> a instanceof Action.Publish || a instanceof Action.Lost)
            .toList();
    assertThat(told)
        .containsExactly(
            new Action.Publish(LEDGER, Admission.CLOSED),
            new Action.Lost(LEDGER, token, RoleChangeCause.LEASE_EXPIRED));
    store.writes = request -> null;
    store.reads = true;
    store.pass(LEASE / 2);
    assertThat(store.granted()).isEqualTo(new FencingToken(token.scope(), token.term() + 1));
  }

  @Test
  void r4_a_renewal_credited_before_the_lapse_was_told_goes_on_silently() {
    store.primaryOf(LEDGER);
    store.writes =
        request -> {
          store.move(LEASE - LEASE / 3);
          return store.write(request);
        };
    store.give(new Input.Tick());
    store.pass(LEASE / 4);
    assertThat(store.said(Action.Lost.class)).isEmpty();
  }

  @Test
  void r4_without_a_fresh_read_that_confirms_it_nobody_is_let_in() {
    store.primaryOf(LEDGER);
    store.reads = false;
    store.pass(LEASE);
    assertThat(store.admits(LEDGER)).isFalse();
    assertThat(store.said(Action.Died.class)).isEmpty();
  }

  @Test
  void r4_with_the_confirmation_switched_off_renewals_alone_are_enough() {
    ScriptedStore lax =
        new ScriptedStore(
            n ->
                new NodeSettings(
                    n.self(), Optional.empty(), 0, false, Map.of(), n.timing(), false));
    lax.primaryOf(LEDGER);
    lax.reads = false;
    lax.pass(2 * LEASE);
    assertThat(lax.admits(LEDGER)).isTrue();
  }

  // ---- R5

  @Test
  void r5_closing_keeps_the_lease_and_lets_nobody_in() {
    FencingToken token = store.primaryOf(LEDGER);
    store.give(new Input.Close(LEDGER, token));
    store.pass(3 * LEASE);
    assertThat(store.admits(LEDGER)).isFalse();
    assertThat(store.groupNow(LEDGER).holder()).contains(store.self);
    assertThat(store.said(Action.Lost.class)).isEmpty();
  }

  @Test
  void r5_a_release_is_confirmed_and_names_the_successor() {
    FencingToken token = store.primaryOf(LEDGER);
    store.give(new Input.Release(LEDGER, token, Optional.of(OTHER)));
    assertThat(store.said(Action.Released.class))
        .containsExactly(new Action.Released(LEDGER, token));
    assertThat(store.groupNow(LEDGER).holder()).isEmpty();
    assertThat(store.groupNow(LEDGER).candidate()).map(Candidate::incarnation).contains(OTHER);
  }

  @Test
  void r5_a_release_of_unknown_fate_never_revives_the_term() {
    FencingToken token = store.primaryOf(LEDGER);
    store.writes =
        request ->
            request instanceof Request.Put p && p.key().kind() == RecordKind.GROUP ? UNKNOWN : null;
    store.give(new Input.Release(LEDGER, token, Optional.empty()));
    store.pass(LEASE / 2);
    assertThat(store.said(Action.Granted.class)).hasSize(1);
    assertThat(store.said(Action.Released.class)).isEmpty();
    store.writes = request -> null;
    store.pass(LEASE / 2);
    assertThat(store.said(Action.Released.class)).hasSize(1);
  }

  @Test
  void r5_whoever_released_by_choice_lets_others_go_first_for_a_lease() {
    FencingToken token = store.primaryOf(LEDGER);
    store.give(new Input.Release(LEDGER, token, Optional.empty()));
    store.pass(LEASE - MS);
    assertThat(store.said(Action.Granted.class)).hasSize(1);
    store.pass(2 * MS);
    assertThat(store.said(Action.Granted.class)).hasSize(2);
  }

  @Test
  void r5_the_cool_down_counts_from_the_confirmed_release() {
    FencingToken token = store.primaryOf(LEDGER);
    store.writes =
        request ->
            request instanceof Request.Put p && p.key().kind() == RecordKind.GROUP ? UNKNOWN : null;
    store.give(new Input.Release(LEDGER, token, Optional.empty()));
    store.pass(3 * LEASE);
    store.writes = request -> null;
    while (store.said(Action.Released.class).isEmpty()) {
      store.pass(MS);
    }
    store.pass(LEASE - 2 * MS);
    assertThat(store.said(Action.Granted.class)).hasSize(1);
    store.pass(4 * MS);
    assertThat(store.said(Action.Granted.class)).hasSize(2);
  }

  @Test
  void r5_a_node_released_to_another_waits_for_it_and_a_renewal_longer_for_the_rest() {
    FencingToken token = store.primaryOf(LEDGER);
    store.peer(OTHER, NodeState.ALIVE, 1);
    store.pass(LEASE / 2);
    store.give(new Input.Release(LEDGER, token, Optional.of(OTHER)));
    store.pass(LEASE + TIMING.renewEvery().toNanos() - MS);
    assertThat(store.said(Action.Granted.class)).hasSize(1);
    store.pass(50 * MS);
    assertThat(store.said(Action.Granted.class)).hasSize(2);
  }

  @Test
  void r5_a_node_that_is_named_takes_it_in_its_cool_down() {
    FencingToken token = store.primaryOf(LEDGER);
    store.peer(OTHER, NodeState.ALIVE, 1);
    store.give(new Input.Release(LEDGER, token, Optional.empty()));
    store.groupIs(LEDGER, g -> g.takenBy(OTHER));
    store.hint(group(LEDGER));
    store.groupIs(LEDGER, g -> g.released(Optional.of(new Candidate(store.self, TIMING.lease()))));
    store.hint(group(LEDGER));
    store.pass(MS);
    assertThat(store.granted().term()).isEqualTo(token.term() + 2);
  }

  @Test
  void r5_leaving_releases_first_and_writes_left_last() {
    FencingToken token = store.primaryOf(LEDGER);
    store.give(new Input.Leave());
    assertThat(store.said(Action.Lost.class))
        .containsExactly(new Action.Lost(LEDGER, token, RoleChangeCause.SHUTDOWN));
    assertThat(store.groupNow(LEDGER).holder()).isEmpty();
    assertThat(store.nodeNow(store.self).state()).isEqualTo(NodeState.LEFT);
    assertThat(store.actions.get(store.actions.size() - 1)).isEqualTo(new Action.Left());
    assertThat(store.elector.handle(new Input.Tick(), store.now())).isEmpty();
  }

  @Test
  void r5_leaving_ends_within_a_lease_though_the_store_is_silent() {
    store.primaryOf(LEDGER);
    store.writes = request -> UNKNOWN;
    store.reads = false;
    store.give(new Input.Leave());
    store.pass(LEASE);
    assertThat(store.said(Action.Left.class)).hasSize(1);
  }

  // ---- R7

  @Test
  void r7_a_tombstone_goes_when_it_is_old_and_no_group_names_it() {
    store.peer(OTHER, NodeState.EXPELLED, 1);
    store.joined(LEDGER).pass(TIMING.tombstones().toNanos() - LEASE);
    assertThat(store.records).containsKey(node(OTHER));
    store.pass(3 * LEASE);
    assertThat(store.records).doesNotContainKey(node(OTHER));
  }

  @Test
  void r7_a_tombstone_a_group_names_stays() {
    store.peer(OTHER, NodeState.EXPELLED, 1);
    store.set(group("another-group"), RecordCodec.encode(heldBy(OTHER)));
    store.joined(LEDGER).pass(TIMING.tombstones().toNanos() + 3 * LEASE);
    assertThat(store.records).containsKey(node(OTHER));
  }

  // ---- R8

  @Test
  @DisplayName("S1.18: a group with other settings is refused naming both sides")
  void r8_a_group_with_other_settings_is_refused_naming_both_sides() {
    store.set(
        group(LEDGER),
        RecordCodec.encode(
            GroupRecord.created(new UUID(9, 9), "OPERATOR", "format 1, election OPERATOR")));
    store.joined(LEDGER).pass(3 * LEASE);
    assertThat(store.said(Action.Complain.class))
        .singleElement()
        .satisfies(c -> assertThat(c.problem()).isEqualTo(Problem.SETTINGS_DIFFER))
        .satisfies(c -> assertThat(c.detail()).contains("OPERATOR").contains("AUTOMATIC"));
    assertThat(store.said(Action.Granted.class)).isEmpty();
    assertThat(store.said(Action.Standing.class))
        .contains(
            new Action.Standing(LEDGER, GroupStanding.SUSPENDED, RoleChangeCause.SETTINGS_REFUSED));
  }

  @Test
  void r8_whose_lease_another_does_not_accept_gives_up_and_says_so() {
    ScriptedStore offender =
        new ScriptedStore(
            n ->
                NodeSettings.of(
                    new NodeId("n1", n.self().incarnation()),
                    Timing.of(Duration.ofSeconds(9), 0.01)));
    offender.peer(OTHER, NodeState.ALIVE, 1);
    offender.joined(LEDGER).pass(LEASE / 2);
    assertThat(offender.said(Action.Complain.class))
        .anyMatch(c -> c.problem() == Problem.LEASE_TOO_LONG && c.subject().equals("n1"));
    assertThat(offender.said(Action.Standing.class))
        .contains(
            new Action.Standing(LEDGER, GroupStanding.SUSPENDED, RoleChangeCause.SETTINGS_REFUSED));
  }

  // ---- R9

  @Test
  void r9_the_first_term_of_a_scope_waits_for_the_longest_lease() {
    store.joined(LEDGER);
    assertThat(store.groupNow(LEDGER).term()).isZero();
    store.pass(LEASE + LEASE / 100 + TIMING.marginNanos() - 1);
    assertThat(store.said(Action.Granted.class)).isEmpty();
    store.pass(2);
    assertThat(store.granted().term()).isEqualTo(1);
  }

  @Test
  void r9_a_group_under_another_scope_burns_the_whole_old_one() {
    FencingToken token = store.primaryOf(LEDGER);
    store.set(group(LEDGER), RecordCodec.encode(store.newGroup()));
    store.hint(group(LEDGER));
    assertThat(store.said(Action.Lost.class))
        .containsExactly(new Action.Lost(LEDGER, token, RoleChangeCause.STORE_WIPED));
    assertThat(store.admits(LEDGER)).isFalse();
    store.pass(2 * LEASE);
    assertThat(store.granted()).isEqualTo(new FencingToken(new UUID(9, 9), 1));
  }

  @Test
  void r9_an_absent_group_burns_the_scope_and_is_created_under_a_fresh_one() {
    FencingToken token = store.primaryOf(LEDGER);
    store.records.remove(group(LEDGER));
    store.hint(group(LEDGER));
    assertThat(store.said(Action.Lost.class)).hasSize(1);
    assertThat(store.groupNow(LEDGER).scope()).isNotEqualTo(token.scope());
  }

  @Test
  void r9_a_dropped_group_ends_the_role_and_is_not_taken_again() {
    FencingToken token = store.primaryOf(LEDGER);
    store.groupIs(
        LEDGER,
        g ->
            new GroupRecord(
                GroupState.DROPPED,
                g.scope(),
                g.term(),
                Optional.empty(),
                Optional.empty(),
                false,
                Set.of(),
                g.policy(),
                g.fingerprint(),
                g.unknown()));
    store.hint(group(LEDGER));
    store.pass(3 * LEASE);
    assertThat(store.said(Action.Lost.class))
        .containsExactly(new Action.Lost(LEDGER, token, RoleChangeCause.GROUP_DROPPED));
    assertThat(store.said(Action.Granted.class)).hasSize(1);
  }

  @Test
  void r9_after_a_wipe_the_incarnation_is_dead() {
    store.primaryOf(LEDGER);
    store.records.clear();
    store.pass(LEASE / 2);
    assertThat(store.said(Action.Died.class))
        .containsExactly(new Action.Died(RoleChangeCause.STORE_WIPED));
    assertThat(store.said(Action.Complain.class)).anyMatch(c -> c.problem() == Problem.STORE_WIPED);
  }

  @Test
  void a_store_that_went_back_is_told_and_no_term_is_taken_twice_by_who_remembers() {
    FencingToken token = store.primaryOf(LEDGER);
    GroupRecord first = store.groupNow(LEDGER);
    store.give(new Input.Release(LEDGER, token, Optional.empty()));
    store.pass(3 * LEASE);
    FencingToken second = store.granted();
    store.set(group(LEDGER), RecordCodec.encode(first));
    store.hint(group(LEDGER));
    store.pass(LEASE);

    assertThat(store.said(Action.Complain.class))
        .filteredOn(c -> c.problem() == Problem.STORE_WENT_BACK)
        .singleElement()
        .matches(c -> c.subject().equals(LEDGER) && c.detail().equals("term 1 after 2"));
    assertThat(store.granted().supersedes(second)).isTrue();
    assertThat(store.said(Action.Contested.class))
        .containsExactly(
            new Action.Contested(LEDGER, second, true, Optional.of(token), Optional.of(store.self)))
        .allMatch(Action.Contested::wentBack);
  }

  @Test
  void a_claim_against_a_lease_that_stands_is_told_once_the_guard_is_closed() {
    FencingToken token = store.primaryOf(LEDGER);
    store.groupIs(LEDGER, group -> group.takenBy(OTHER));
    store.hint(group(LEDGER));

    FencingToken seen = new FencingToken(token.scope(), token.term() + 1);
    Action.Contested told =
        new Action.Contested(LEDGER, token, true, Optional.of(seen), Optional.of(OTHER));
    assertThat(store.actions)
        .containsSubsequence(
            new Action.Publish(LEDGER, Admission.CLOSED),
            new Action.Lost(LEDGER, token, RoleChangeCause.SUPERSEDED),
            told);
    store.pass(LEASE / 2);
    assertThat(store.said(Action.Contested.class)).as("once").containsExactly(told);
    assertThat(told.wentBack()).isFalse();
  }

  @Test
  void a_claim_after_the_lease_is_what_the_rules_allow() {
    FencingToken token = store.primaryOf(LEDGER);
    store.move(2 * LEASE);
    store.groupIs(LEDGER, group -> group.takenBy(OTHER));
    store.hint(group(LEDGER));
    assertThat(store.said(Action.Lost.class)).extracting(Action.Lost::token).containsExactly(token);
    assertThat(store.said(Action.Contested.class)).isEmpty();
  }

  @Test
  void a_claim_of_another_scope_contests_the_token_held_and_a_new_group_does_not() {
    FencingToken token = store.primaryOf(LEDGER);
    store.set(group(LEDGER), RecordCodec.encode(store.newGroup().takenBy(OTHER)));
    store.hint(group(LEDGER));
    assertThat(store.said(Action.Contested.class))
        .singleElement()
        .matches(c -> c.held() && c.known().equals(token) && c.holder().equals(Optional.of(OTHER)));

    ScriptedStore other = new ScriptedStore();
    other.primaryOf(LEDGER);
    other.set(group(LEDGER), RecordCodec.encode(other.newGroup()));
    other.hint(group(LEDGER));
    assertThat(other.said(Action.Lost.class)).hasSize(1);
    assertThat(other.said(Action.Contested.class)).isEmpty();
  }

  @Test
  void an_answer_to_what_was_asked_before_is_no_contradiction() {
    store.joined(LEDGER);
    store.peer(OTHER, NodeState.ALIVE, 1);
    store.set(group(LEDGER), RecordCodec.encode(store.newGroup().takenBy(OTHER)));
    store.pass(LEASE / 3);
    StoredRecord older = store.records.get(group(LEDGER));
    store.groupIs(LEDGER, group -> group.takenBy(new UUID(3, 3)));
    StoredRecord newer = store.records.get(group(LEDGER));
    store.answers = false;

    long one = hintedRead();
    long two = hintedRead();
    store.give(new Input.Found(one, List.of(newer)));
    store.give(new Input.Found(two, List.of(older)));
    assertThat(store.said(Action.Contested.class)).as("it was overtaken on its way").isEmpty();
    assertThat(store.said(Action.Complain.class)).isEmpty();

    store.give(new Input.Found(hintedRead(), List.of(older)));
    assertThat(store.said(Action.Contested.class)).as("it went back").hasSize(1);
    assertThat(store.said(Action.Complain.class))
        .extracting(Action.Complain::problem)
        .containsExactly(Problem.STORE_WENT_BACK);
  }

  private long hintedRead() {
    store.hint(group(LEDGER));
    List<Action.Send> sent = store.said(Action.Send.class);
    Action.Send last = sent.get(sent.size() - 1);
    assertThat(last.request()).isEqualTo(new Request.Read(group(LEDGER)));
    return last.number();
  }

  @Test
  void one_term_with_two_holders_is_told_by_who_only_watches() {
    store.joined(LEDGER);
    store.peer(OTHER, NodeState.ALIVE, 1);
    store.set(group(LEDGER), RecordCodec.encode(store.newGroup().takenBy(OTHER)));
    store.pass(LEASE / 3);
    UUID third = new UUID(3, 3);
    store.groupIs(
        LEDGER, g -> GroupRecord.created(g.scope(), g.policy(), g.fingerprint()).takenBy(third));
    store.pass(LEASE / 3);
    assertThat(store.said(Action.Contested.class))
        .singleElement()
        .matches(c -> !c.held() && c.known().term() == 1 && c.holder().equals(Optional.of(third)));
  }

  @Test
  void r9_the_longest_lease_seen_is_waited_out_also_after_a_wipe() {
    store.joined(LEDGER);
    store.peer(OTHER, NodeState.ALIVE, 1, Duration.ofSeconds(9));
    store.pass(LEASE / 2);
    store.records.clear();
    store.pass(LEASE / 2);
    assertThat(store.said(Action.Died.class)).hasSize(1);

    LeaseBounds seen = store.elector.bounds();
    assertThat(seen).isEqualTo(new LeaseBounds(Duration.ofSeconds(9), TIMING.drift()));
    ScriptedStore next = new ScriptedStore(UnaryOperator.identity(), seen);
    long longest = 3 * LEASE;
    next.joined(LEDGER)
        .pass(longest + longest / 100 + Timing.marginNanos(longest, TIMING.drift()) - 1);
    assertThat(next.said(Action.Granted.class)).isEmpty();
    next.pass(2);
    assertThat(next.granted().term()).isEqualTo(1);
  }

  // ---- beside the rules

  @Test
  void a_group_that_cannot_be_read_ends_the_role_and_shows_no_primary_until_it_can() {
    FencingToken token = store.primaryOf(LEDGER);
    byte[] good = store.records.get(group(LEDGER)).value();
    store.set(group(LEDGER), new byte[] {1, 2, 3});
    store.hint(group(LEDGER));
    assertThat(store.admits(LEDGER)).isFalse();
    assertThat(store.said(Action.Lost.class))
        .containsExactly(new Action.Lost(LEDGER, token, RoleChangeCause.SUPERSEDED));
    assertThat(store.said(Action.HolderSeen.class))
        .last()
        .extracting("holder")
        .isEqualTo(Optional.empty());
    assertThat(store.said(Action.Standing.class))
        .last()
        .extracting(Action.Standing::standing)
        .isEqualTo(GroupStanding.SUSPENDED);
    store.pass(3 * LEASE);
    assertThat(store.said(Action.Granted.class)).hasSize(1);

    store.set(group(LEDGER), good);
    store.pass(LEASE);
    assertThat(store.granted().term()).isEqualTo(token.term() + 1);
    assertThat(store.said(Action.Standing.class))
        .last()
        .extracting(Action.Standing::standing)
        .isEqualTo(GroupStanding.MEMBER);
  }

  @Test
  void renewals_cost_the_same_for_one_group_and_for_many() {
    store.set(group("g0"), RecordCodec.encode(heldBy(OTHER).released(Optional.empty())));
    for (int i = 0; i < 100; i++) {
      store.set(group("g" + i), RecordCodec.encode(heldBy(OTHER).released(Optional.empty())));
      store.give(new Input.Join("g" + i, ElectionPolicy.AUTOMATIC));
    }
    store.pass(LEASE);
    assertThat(store.said(Action.Granted.class)).hasSize(100);
    store.actions.clear();
    store.pass(10 * LEASE);
    double cycles = 10.0 * LEASE / TIMING.renewEvery().toNanos();
    assertThat((double) store.asked().size()).isBetween(2 * cycles, 2.3 * cycles);
  }

  @Test
  void a_second_live_node_of_the_same_name_is_told() {
    store.joined(LEDGER);
    ScriptedStore twin = new ScriptedStore();
    for (int attempt = 1; attempt < 5; attempt++) {
      store.set(node(OTHER), RecordCodec.encode(named(twin, attempt)));
      store.pass(LEASE / 2);
    }
    assertThat(store.said(Action.Complain.class))
        .singleElement()
        .satisfies(c -> assertThat(c.problem()).isEqualTo(Problem.NAME_TAKEN));
  }

  private static dev.primacy.core.record.NodeRecord named(ScriptedStore twin, long attempt) {
    twin.peer(OTHER, NodeState.ALIVE, attempt);
    var record = twin.nodeNow(OTHER);
    return new dev.primacy.core.record.NodeRecord(
        "n1",
        record.state(),
        record.attempt(),
        record.lease(),
        record.drift(),
        record.longestLease(),
        record.groups(),
        false,
        false,
        0,
        Optional.empty(),
        record.lifecycle(),
        Map.of(),
        Optional.empty(),
        Map.of(),
        UnknownFields.NONE);
  }

  @Test
  void a_record_that_cannot_be_read_is_told_once_and_skipped() {
    store.set(node(OTHER), new byte[] {1, 2, 3});
    store.joined(LEDGER).pass(3 * LEASE);
    assertThat(store.said(Action.Complain.class))
        .singleElement()
        .satisfies(c -> assertThat(c.problem()).isEqualTo(Problem.RECORD_UNREADABLE));
    assertThat(store.said(Action.Granted.class)).hasSize(1);
  }

  @Test
  void a_record_that_cannot_be_read_is_shown_once_until_it_can() {
    store.joined(LEDGER).pass(LEASE);
    byte[] readable = encoded(OTHER, 1);
    byte[] newer = readable.clone();
    newer[3]++;

    store.set(node(OTHER), newer);
    store.pass(LEASE);
    store.set(node(OTHER), newer);
    store.pass(LEASE);
    assertThat(shown(OTHER)).containsExactly(true);
    assertThat(seen(OTHER)).isEmpty();

    store.set(node(OTHER), readable);
    store.pass(LEASE / 2);
    assertThat(shown(OTHER)).containsExactly(true, false);
    assertThat(seen(OTHER)).hasSize(1);

    store.set(node(OTHER), newer);
    store.pass(LEASE / 2);
    assertThat(shown(OTHER)).containsExactly(true, false, true);
  }

  private byte[] encoded(UUID incarnation, long attempt) {
    store.peer(incarnation, NodeState.ALIVE, attempt);
    byte[] record = store.records.remove(node(incarnation)).value();
    return record.clone();
  }

  /** Whether the records that were shown could not be read. */
  private List<Boolean> shown(UUID incarnation) {
    return store.said(Action.NodeRecordSeen.class).stream()
        .filter(seen -> seen.record().key().equals(node(incarnation)))
        .map(seen -> seen.unreadable().isPresent())
        .toList();
  }

  private List<Action.NodeSeen> seen(UUID incarnation) {
    return store.said(Action.NodeSeen.class).stream()
        .filter(seen -> seen.node().id().incarnation().equals(incarnation))
        .toList();
  }

  @Test
  void the_record_of_a_node_is_shown_right_before_the_node() {
    store.joined(LEDGER).pass(LEASE);
    store.peer(OTHER, NodeState.ALIVE, 1);
    store.pass(LEASE / 2);

    List<Action> about =
        store.actions.stream()
            .filter(a -> a instanceof Action.NodeSeen || a instanceof Action.NodeRecordSeen)
            .toList();
    assertThat(about).hasSize(4);
    assertThat(about.get(2)).isInstanceOf(Action.NodeRecordSeen.class);
    assertThat(about.get(3)).isInstanceOf(Action.NodeSeen.class);
    assertThat(shown(OTHER)).containsExactly(false);

    store.peer(OTHER, NodeState.ALIVE, 2);
    store.pass(LEASE / 2);
    assertThat(shown(OTHER)).as("a renewal alone is no news").hasSize(1);
  }

  @Test
  void what_a_node_says_is_shown_once_the_store_has_confirmed_it() {
    store.joined(LEDGER).pass(LEASE);
    store.writes = request -> UNKNOWN;
    store.give(
        new Input.Describe(
            SelfDescription.PLAIN.with(
                Map.of("load", "1"), new NodeStatus(1, Instant.ofEpochMilli(1)))));
    store.pass(LEASE / 3);
    assertThat(store.said(Action.NodeSeen.class))
        .noneMatch(seen -> seen.node().attributes().containsKey("load"));

    store.writes = request -> null;
    store.pass(LEASE / 3);
    assertThat(store.said(Action.NodeSeen.class))
        .last()
        .satisfies(seen -> assertThat(seen.node().status()).isPresent());
  }

  @Test
  void a_sign_of_life_is_a_renewal_that_was_seen() {
    store.joined(LEDGER).pass(LEASE);
    assertThat(store.elector.signOfLife(OTHER)).isEmpty();
    store.peer(OTHER, NodeState.ALIVE, 1);
    store.pass(LEASE / 2);
    long first = store.elector.signOfLife(OTHER).orElseThrow().nanos();

    store.pass(LEASE / 2);
    assertThat(store.elector.signOfLife(OTHER).orElseThrow().nanos()).isEqualTo(first);
    store.peer(OTHER, NodeState.ALIVE, 2);
    store.pass(LEASE / 2);
    assertThat(store.elector.signOfLife(OTHER).orElseThrow().nanos()).isGreaterThan(first);
    assertThat(store.elector.signOfLife(store.self)).isPresent();
    store.pass(3 * LEASE);
    assertThat(store.elector.signOfLife(OTHER)).as("expelled").isEmpty();
  }

  @Test
  void without_an_answer_for_a_lease_the_node_is_suspended_and_returns() {
    store.primaryOf(LEDGER);
    store.writes = request -> UNKNOWN;
    store.reads = false;
    store.pass(2 * LEASE);
    store.writes = request -> null;
    store.reads = true;
    store.pass(LEASE);
    assertThat(store.said(Action.Standing.class))
        .extracting(Action.Standing::standing)
        .containsExactly(
            GroupStanding.JOINING,
            GroupStanding.MEMBER,
            GroupStanding.SUSPENDED,
            GroupStanding.MEMBER);
  }

  @Test
  void a_released_group_is_taken_on_the_hint() {
    heldByOther();
    store.joined(LEDGER);
    store.groupIs(LEDGER, g -> g.released(Optional.empty()));
    store.hint(group(LEDGER));
    store.pass(20 * MS);
    assertThat(store.granted().term()).isEqualTo(5);
  }

  @Test
  void a_candidate_goes_first_while_it_lives() {
    heldByOther();
    store.joined(LEDGER);
    store.groupIs(
        LEDGER, g -> g.released(Optional.of(new Candidate(OTHER, Duration.ofMillis(500)))));
    store.hint(group(LEDGER));
    store.pass(499 * MS);
    assertThat(store.said(Action.Granted.class)).isEmpty();
    store.pass(50 * MS);
    assertThat(store.granted().term()).isEqualTo(5);
  }

  @Test
  void a_candidate_that_cannot_lead_is_not_waited_for() {
    heldByOther();
    UUID elsewhere = new UUID(3, 3);
    store.peer(elsewhere, NodeState.ALIVE, 1, Set.of("mail"));
    store.joined(LEDGER);
    store.groupIs(
        LEDGER, g -> g.released(Optional.of(new Candidate(elsewhere, Duration.ofMillis(500)))));
    store.hint(group(LEDGER));
    store.pass(50 * MS);
    assertThat(store.granted().term()).isEqualTo(5);
  }
}
