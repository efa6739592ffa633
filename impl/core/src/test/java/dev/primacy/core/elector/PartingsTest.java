package dev.primacy.core.elector;

import static dev.primacy.core.elector.ScriptedStore.LEASE;
import static dev.primacy.core.elector.ScriptedStore.TIMING;
import static dev.primacy.core.elector.ScriptedStore.group;
import static dev.primacy.core.elector.ScriptedStore.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R5 for one group: joined and left while the node stays. */
class PartingsTest {

  private static final String LEDGER = "ledger";
  private static final String MAIL = "mail";
  private static final PutOutcome UNKNOWN = new PutOutcome.Unknown(new Exception("no answer"));

  private final ScriptedStore store = new ScriptedStore();

  private void join(String name) {
    store.give(new Input.Join(name, ElectionPolicy.AUTOMATIC));
  }

  private void leave(String name) {
    store.give(new Input.LeaveGroup(name));
  }

  private List<String> left() {
    return store.said(Action.GroupLeft.class).stream().map(Action.GroupLeft::group).toList();
  }

  private ClusterNode selfAsToldLast() {
    return store.said(Action.NodeSeen.class).stream()
        .map(Action.NodeSeen::node)
        .filter(seen -> seen.id().incarnation().equals(store.self))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  /** After the close, the drain and the release of the life cycle. */
  private void release(FencingToken token) {
    store.give(new Input.Close(LEDGER, token));
    store.give(new Input.Release(LEDGER, token, Optional.empty()));
  }

  @Test
  void a_group_that_was_released_is_forgotten_and_not_taken_again() {
    FencingToken token = store.primaryOf(LEDGER);
    release(token);
    leave(LEDGER);
    assertThat(left()).containsExactly(LEDGER);
    assertThat(store.said(Action.Released.class)).hasSize(1);
    store.pass(3 * LEASE);
    assertThat(store.groupNow(LEDGER).holder()).isEmpty();
    assertThat(store.groupNow(LEDGER).term()).isEqualTo(token.term());
    assertThat(store.said(Action.Granted.class)).hasSize(1);
  }

  @Test
  void a_group_left_without_a_release_is_burned_first_and_then_given_back() {
    FencingToken token = store.primaryOf(LEDGER);
    leave(LEDGER);
    assertThat(store.said(Action.Lost.class))
        .containsExactly(new Action.Lost(LEDGER, token, RoleChangeCause.LEFT));
    assertThat(store.published).containsEntry(LEDGER, Admission.CLOSED);
    assertThat(store.groupNow(LEDGER).holder()).isEmpty();
    assertThat(left()).containsExactly(LEDGER);
  }

  @Test
  void the_other_groups_stay_as_they_are() {
    store.joined(MAIL);
    FencingToken ledger = store.primaryOf(LEDGER);
    FencingToken mail =
        store.said(Action.Granted.class).stream()
            .filter(granted -> granted.group().equals(MAIL))
            .map(Action.Granted::token)
            .findFirst()
            .orElseThrow();
    store.give(new Input.Open(MAIL, mail));
    release(ledger);
    leave(LEDGER);
    store.pass(3 * LEASE);
    assertThat(store.admits(MAIL)).isTrue();
    assertThat(store.groupNow(MAIL).term()).isEqualTo(mail.term());
    assertThat(store.nodeNow(store.self).state()).isEqualTo(NodeState.ALIVE);
  }

  @Test
  void the_own_record_and_what_is_told_of_this_node_follow_soon() {
    store.joined(MAIL);
    store.primaryOf(LEDGER);
    leave(LEDGER);
    store.pass(TIMING.retryNanos());
    assertThat(store.nodeNow(store.self).groups()).containsExactly(MAIL);
    assertThat(selfAsToldLast().groups()).containsExactly(MAIL);
    join(LEDGER);
    store.pass(TIMING.retryNanos());
    assertThat(store.nodeNow(store.self).groups()).containsExactlyInAnyOrder(LEDGER, MAIL);
    assertThat(selfAsToldLast().groups()).containsExactlyInAnyOrder(LEDGER, MAIL);
  }

  @Test
  void it_is_not_forgotten_while_nobody_knows_whether_it_was_given_back() {
    store.primaryOf(LEDGER);
    store.writes = request -> isAboutGroup(request) ? UNKNOWN : null;
    store.reads = false;
    leave(LEDGER);
    store.pass(LEASE / 2);
    assertThat(left()).isEmpty();
    store.writes = request -> null;
    store.reads = true;
    store.pass(LEASE / 2);
    assertThat(left()).containsExactly(LEDGER);
    assertThat(store.groupNow(LEDGER).holder()).isEmpty();
  }

  private static boolean isAboutGroup(Request request) {
    return request instanceof Request.Put put && put.key().kind() == RecordKind.GROUP;
  }

  @Test
  void a_group_joined_again_meanwhile_waits_until_it_was_forgotten() {
    FencingToken token = store.primaryOf(LEDGER);
    store.writes = request -> isAboutGroup(request) ? UNKNOWN : null;
    store.reads = false;
    leave(LEDGER);
    join(LEDGER);
    store.pass(LEASE / 2);
    assertThat(store.groupNow(LEDGER).holder()).contains(store.self);
    store.writes = request -> null;
    store.reads = true;
    store.pass(2 * LEASE);
    assertThat(store.granted().term()).isEqualTo(token.term() + 1);
    assertThat(left()).as("it goes on").isEmpty();
  }

  @Test
  void left_joined_and_left_again_it_is_forgotten_for_good() {
    store.primaryOf(LEDGER);
    store.writes = request -> isAboutGroup(request) ? UNKNOWN : null;
    store.reads = false;
    leave(LEDGER);
    join(LEDGER);
    leave(LEDGER);
    store.writes = request -> null;
    store.reads = true;
    store.pass(2 * LEASE);
    assertThat(left()).containsExactly(LEDGER);
    assertThat(store.said(Action.Granted.class)).hasSize(1);
    assertThat(store.nodeNow(store.self).groups()).isEmpty();
  }

  @Test
  void joined_again_it_leads_under_a_greater_term() {
    FencingToken token = store.primaryOf(LEDGER);
    release(token);
    leave(LEDGER);
    join(LEDGER);
    store.pass(LEASE / 2);
    assertThat(store.granted().supersedes(token)).isTrue();
    store.give(new Input.Open(LEDGER, store.granted()));
    assertThat(store.admits(LEDGER)).isTrue();
  }

  @Test
  void a_group_that_names_this_node_after_it_was_left_is_given_back() {
    FencingToken token = store.primaryOf(LEDGER);
    release(token);
    leave(LEDGER);
    // as by a write whose fate was unknown
    store.groupIs(LEDGER, seen -> seen.takenBy(store.self));
    store.pass(TIMING.renewEvery().toNanos());
    GroupRecord now = store.groupNow(LEDGER);
    assertThat(now.holder()).isEmpty();
    assertThat(now.term()).isEqualTo(token.term() + 1);
    assertThat(store.said(Action.Granted.class)).hasSize(1);
  }

  @Test
  void a_list_asked_for_before_it_was_forgotten_says_nothing_of_it() {
    FencingToken token = store.primaryOf(LEDGER);
    int answered = store.asked().size();
    store.answers = false;
    store.pass(TIMING.renewEvery().toNanos());
    // requests are numbered from one
    long list = 1L + store.asked().lastIndexOf(new Request.List());
    assertThat(list).as("asked for, and not answered yet").isGreaterThan(answered);
    List<StoredRecord> then = List.copyOf(store.records.values());
    release(token);
    leave(LEDGER);
    Action.Send put = lastSent();
    store.give(new Input.Written(put.number(), store.write(put.request())));
    assertThat(left()).containsExactly(LEDGER);
    int asked = store.asked().size();
    store.give(new Input.Found(list, then));
    assertThat(store.asked()).hasSize(asked);
    assertThat(left()).containsExactly(LEDGER);
  }

  private Action.Send lastSent() {
    List<Action.Send> sent = store.said(Action.Send.class);
    return sent.get(sent.size() - 1);
  }

  @Test
  void such_a_group_joined_again_is_not_resumed() {
    FencingToken token = store.primaryOf(LEDGER);
    release(token);
    leave(LEDGER);
    store.groupIs(LEDGER, seen -> seen.takenBy(store.self));
    store.writes = request -> isAboutGroup(request) ? UNKNOWN : null;
    store.pass(TIMING.renewEvery().toNanos());
    join(LEDGER);
    store.writes = request -> null;
    store.pass(LEASE);
    assertThat(store.granted().term()).isEqualTo(token.term() + 2);
  }

  @Test
  void a_group_that_was_never_joined_is_left_at_once() {
    store.joined(MAIL);
    leave(LEDGER);
    assertThat(left()).containsExactly(LEDGER);
    assertThat(store.records).doesNotContainKey(group(LEDGER));
  }

  @Test
  void the_node_may_leave_as_a_whole_while_a_group_is_being_left() {
    store.joined(MAIL);
    store.primaryOf(LEDGER);
    store.writes = request -> isAboutGroup(request) ? UNKNOWN : null;
    leave(LEDGER);
    store.writes = request -> null;
    store.give(new Input.Leave());
    store.pass(LEASE);
    assertThat(store.said(Action.Left.class)).hasSize(1);
    assertThat(store.records.get(node(store.self))).isNotNull();
    assertThat(store.nodeNow(store.self).state()).isEqualTo(NodeState.LEFT);
    assertThat(store.groupNow(LEDGER).holder()).isEmpty();
  }

  @Test
  void groups_that_come_and_go_leave_nothing_behind() {
    store.joined(MAIL);
    store.pass(2 * LEASE);
    long wakeUp = store.elector.nextWakeUp(store.now());
    for (int i = 0; i < 200; i++) {
      join("g" + i);
      leave("g" + i);
    }
    assertThat(left()).hasSize(200);
    store.pass(LEASE);
    assertThat(store.nodeNow(store.self).groups()).containsExactly(MAIL);
    assertThat(store.elector.nextWakeUp(store.now())).isGreaterThan(wakeUp);
    int before = store.asked().size();
    store.pass(LEASE);
    assertThat(store.asked().size() - before).as("requests of a quiet lease").isLessThan(15);
  }
}
