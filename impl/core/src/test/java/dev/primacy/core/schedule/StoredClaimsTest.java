package dev.primacy.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import dev.primacy.core.schedule.ClaimOutcome.Claimed;
import dev.primacy.core.schedule.ClaimOutcome.Settled;
import dev.primacy.core.schedule.ClaimOutcome.Superseded;
import dev.primacy.core.schedule.ClaimOutcome.Unanswered;
import dev.primacy.core.schedule.OneRecordStore.Fate;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A firing is claimed once, whatever the store answers and whoever asks. */
class StoredClaimsTest {
  private static final UUID SCOPE = new UUID(1, 1);

  private final OneRecordStore store = new OneRecordStore();
  private boolean holds;

  private final FiringClaims first = claims("nightly");
  private final FiringClaims second = claims("nightly");

  private FiringClaims claims(String name) {
    return new StoredClaims(() -> store, (group, token) -> holds, "ledger", name);
  }

  @Test
  void a_schedule_that_never_ran_begins_now() {
    assertThat(first.begin(term(1), at(5))).isEqualTo(new Settled(at(5)));
    assertThat(first.claim(term(1), at(6))).isEqualTo(new Claimed());
  }

  @Test
  void nothing_is_claimed_twice() {
    first.begin(term(1), at(5));
    assertThat(first.claim(term(1), at(6))).isEqualTo(new Claimed());
    assertThat(first.claim(term(1), at(6))).isEqualTo(new Settled(at(6)));
    assertThat(first.claim(term(1), at(3))).isEqualTo(new Settled(at(6)));
  }

  @Test
  void a_firing_costs_one_write() {
    first.begin(term(1), at(5));
    int before = store.writes;
    first.claim(term(1), at(6));
    first.claim(term(1), at(7));
    assertThat(store.writes - before).isEqualTo(2);
  }

  @Test
  void a_successor_goes_on_where_its_predecessor_was() {
    first.begin(term(1), at(5));
    first.claim(term(1), at(6));
    assertThat(second.begin(term(2), at(100))).isEqualTo(new Settled(at(6)));
    assertThat(second.claim(term(2), at(6))).isEqualTo(new Settled(at(6)));
    assertThat(second.claim(term(2), at(7))).isEqualTo(new Claimed());
  }

  @Test
  void a_primary_that_was_succeeded_claims_nothing_any_more() {
    first.begin(term(1), at(5));
    second.begin(term(2), at(5));
    assertThat(first.claim(term(1), at(6))).isEqualTo(new Superseded());
    assertThat(first.begin(term(1), at(6))).isEqualTo(new Superseded());
    assertThat(second.claim(term(2), at(6))).isEqualTo(new Claimed());
  }

  @Test
  void a_claim_that_was_written_unheard_is_found_and_counts_once() {
    first.begin(term(1), at(5));
    store.fates.add(Fate.UNHEARD);
    assertThat(first.claim(term(1), at(6))).isEqualTo(new Claimed());
    assertThat(first.claim(term(1), at(6))).isEqualTo(new Settled(at(6)));
  }

  @Test
  void a_claim_whose_fate_stays_unknown_is_none_until_it_is_known() {
    first.begin(term(1), at(5));
    store.fates.add(Fate.UNHEARD);
    store.failingReads = 1;
    assertThat(first.claim(term(1), at(6))).isInstanceOf(Unanswered.class);
    assertThat(first.claim(term(1), at(6))).isEqualTo(new Claimed());
    assertThat(first.claim(term(1), at(6))).isEqualTo(new Settled(at(6)));
  }

  @Test
  void a_claim_that_arrives_late_does_not_disturb_the_one_sent_again() {
    first.begin(term(1), at(5));
    store.fates.add(Fate.DELAYED);
    assertThat(first.claim(term(1), at(6))).isEqualTo(new Claimed());
    store.land();
    assertThat(first.claim(term(1), at(7))).isEqualTo(new Claimed());
  }

  @Test
  void a_claim_that_arrives_after_a_successor_began_is_void() {
    first.begin(term(1), at(5));
    store.fates.add(Fate.DELAYED);
    store.failingReads = 1;
    assertThat(first.claim(term(1), at(6))).isInstanceOf(Unanswered.class);
    second.begin(term(2), at(6));
    store.land();
    assertThat(second.claim(term(2), at(6))).isEqualTo(new Claimed());
    assertThat(first.claim(term(1), at(6))).isEqualTo(new Superseded());
  }

  @Test
  void a_claim_that_arrived_before_a_successor_began_is_not_the_successors() {
    first.begin(term(1), at(5));
    store.fates.add(Fate.UNHEARD);
    store.failingReads = 1;
    assertThat(first.claim(term(1), at(6))).isInstanceOf(Unanswered.class);
    assertThat(second.begin(term(2), at(6))).isEqualTo(new Settled(at(6)));
  }

  @Test
  void a_store_that_refuses_or_does_not_answer_gives_no_claim() {
    first.begin(term(1), at(5));
    store.fates.add(Fate.REFUSED);
    assertThat(first.claim(term(1), at(6))).isInstanceOf(Unanswered.class);
    for (int i = 0; i < 10; i++) {
      store.fates.add(Fate.DELAYED);
    }
    assertThat(first.claim(term(1), at(6))).isInstanceOf(Unanswered.class);
    store.fates.clear();
    store.land();
    assertThat(first.claim(term(1), at(6))).isEqualTo(new Claimed());
  }

  @Test
  void after_a_wipe_the_group_decides_whose_schedule_it_is() {
    first.begin(term(7), at(5));
    Optional<FencingToken> later = Optional.of(new FencingToken(new UUID(2, 2), 1));
    assertThat(second.begin(later, at(6))).isEqualTo(new Superseded());
    holds = true;
    assertThat(second.begin(later, at(6))).isEqualTo(new Settled(at(5)));
    holds = false;
    assertThat(first.claim(term(7), at(6))).isEqualTo(new Superseded());
    assertThat(second.claim(later, at(6))).isEqualTo(new Claimed());
  }

  @Test
  void a_record_that_somebody_removed_is_made_anew_from_what_is_known() {
    first.begin(term(1), at(5));
    first.claim(term(1), at(6));
    store.records.clear();
    assertThat(first.claim(term(1), at(7))).isEqualTo(new Claimed());
    assertThat(second.begin(term(2), at(9))).isEqualTo(new Settled(at(7)));
  }

  @Test
  void a_record_that_cannot_be_read_gives_no_claim() {
    first.begin(term(1), at(5));
    store.records.replaceAll(
        (key, record) ->
            new dev.primacy.spi.StoredRecord(key, record.version(), new byte[] {1, 2, 3}));
    assertThat(second.begin(term(2), at(9))).isInstanceOf(Unanswered.class);
  }

  @Test
  void schedules_do_not_share_a_record() {
    first.begin(term(1), at(5));
    first.claim(term(1), at(6));
    assertThat(claims("hourly").begin(term(1), at(8))).isEqualTo(new Settled(at(8)));
    assertThat(store.records).hasSize(2);
  }

  @Test
  void without_a_cluster_a_firing_is_claimed_once_as_well() {
    FiringClaims local = FiringClaims.local();
    assertThat(local.begin(Optional.empty(), at(5))).isEqualTo(new Settled(at(5)));
    assertThat(local.claim(Optional.empty(), at(6))).isEqualTo(new Claimed());
    assertThat(local.claim(Optional.empty(), at(6))).isEqualTo(new Settled(at(6)));
    assertThat(local.begin(Optional.empty(), at(9))).isEqualTo(new Settled(at(6)));
  }

  private static Optional<FencingToken> term(long term) {
    return Optional.of(new FencingToken(SCOPE, term));
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }
}
