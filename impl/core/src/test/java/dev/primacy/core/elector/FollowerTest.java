package dev.primacy.core.elector;

import static dev.primacy.core.elector.ScriptedStore.LEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.primacy.GroupStanding;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.record.Candidate;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A node that sees the store through another one. */
class FollowerTest {
  private static final String LEDGER = "ledger";
  private static final UUID OTHER = new UUID(9, 9);

  private final ScriptedStore store =
      new ScriptedStore(
          n ->
              new NodeSettings(
                  n.self(), Optional.empty(), 0, false, Map.of(), n.timing(), true, true));
  private final List<Request> foreign = new ArrayList<>();

  FollowerTest() {
    store.writes =
        request -> {
          RecordKey key =
              request instanceof Request.Put put ? put.key() : ((Request.Remove) request).key();
          if (key.equals(new RecordKey(RecordKind.NODE, store.self.toString()))) {
            return null;
          }
          foreign.add(request);
          return new PutOutcome.Refused(new StoreException("a follower"));
        };
  }

  private static RecordKey group() {
    return new RecordKey(RecordKind.GROUP, LEDGER);
  }

  private void setGroup(GroupRecord group) {
    store.set(group(), RecordCodec.encode(group));
  }

  private GroupRecord heldBy(UUID holder) {
    return store.newGroup().takenBy(holder);
  }

  private void assertNeverLed() {
    assertThat(store.said(Action.Granted.class)).isEmpty();
    assertThat(store.published.values()).allMatch(Admission.CLOSED::equals);
  }

  @Test
  void it_takes_neither_an_absent_group_nor_a_free_one_and_stands_as_a_relay_does() {
    store.joined(LEDGER).pass(5 * LEASE);
    assertThat(store.records).doesNotContainKey(group());
    setGroup(heldBy(OTHER).released(Optional.of(new Candidate(store.self, Duration.ofDays(1)))));
    store.pass(5 * LEASE);
    assertNeverLed();
    assertThat(foreign).isEmpty();
    assertThat(store.said(Action.Standing.class))
        .extracting(Action.Standing::standing)
        .containsExactly(GroupStanding.JOINING, GroupStanding.RELAY);
  }

  @Test
  void it_says_of_itself_that_it_is_passive() throws Exception {
    store.joined(LEDGER).pass(LEASE);
    RecordKey own = new RecordKey(RecordKind.NODE, store.self.toString());
    assertThat(RecordCodec.decodeNode(store.records.get(own).value()).passive()).isTrue();
  }

  @Test
  @DisplayName("T11: a relay that names its follower the holder makes it nothing")
  void t11_it_does_not_believe_that_it_holds_a_group() {
    store.joined(LEDGER).pass(LEASE);
    setGroup(heldBy(store.self));
    store.pass(3 * LEASE);
    setGroup(heldBy(store.self).takenBy(store.self).takenBy(store.self));
    store.pass(3 * LEASE);
    assertNeverLed();
  }

  @Test
  @DisplayName("T11: terms that go back change nothing but what is shown")
  void t11_terms_that_go_back_make_it_nothing() {
    store.joined(LEDGER).pass(LEASE);
    GroupRecord first = heldBy(OTHER);
    setGroup(first.takenBy(OTHER).takenBy(OTHER));
    store.pass(LEASE);
    setGroup(first);
    store.pass(LEASE);
    setGroup(first.released(Optional.empty()));
    store.pass(3 * LEASE);
    assertNeverLed();
    assertThat(foreign).isEmpty();
  }

  @Test
  void it_leaves_the_dead_and_their_tombstones_to_others() {
    NodeRecord dead =
        NodeRecord.missing(ScriptedStore.TIMING.longestLease(), ScriptedStore.TIMING.drift());
    store.set(new RecordKey(RecordKind.NODE, OTHER.toString()), RecordCodec.encode(dead));
    store.peer(new UUID(8, 8), NodeState.ALIVE, 1);
    setGroup(heldBy(new UUID(8, 8)));
    store.joined(LEDGER).pass(ScriptedStore.TIMING.tombstones().toNanos() + 2 * LEASE);
    assertThat(foreign).isEmpty();
  }

  @Test
  void cut_off_it_is_suspended_within_a_lease_and_follows_again_when_it_is_answered() {
    store.joined(LEDGER);
    setGroup(heldBy(OTHER));
    store.pass(LEASE);
    store.reads = false;
    store.writes = request -> new PutOutcome.Unknown(new StoreException("away"));
    store.pass(2 * LEASE);
    store.reads = true;
    store.writes = request -> null;
    store.pass(LEASE);
    assertThat(store.said(Action.Standing.class))
        .extracting(Action.Standing::standing, Action.Standing::cause)
        .contains(tuple(GroupStanding.SUSPENDED, RoleChangeCause.LEASE_EXPIRED));
    assertThat(store.said(Action.Standing.class))
        .extracting(Action.Standing::standing)
        .endsWith(GroupStanding.RELAY);
    assertNeverLed();
  }
}
