package dev.primacy.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.RefusalReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LeaseGateTest {
  private static final UUID SCOPE = UUID.randomUUID();
  private static final NodeId SELF = new NodeId("node-1", UUID.randomUUID());
  private static final NodeId OTHER = new NodeId("node-2", UUID.randomUUID());
  private static final long MILLI = 1_000_000;

  private final ManualClocks clocks = new ManualClocks();
  private final Facts facts = new Facts();
  private Thread waiter;
  private final LeaseGate gate = new LeaseGate("ledger", clocks, facts, Admission.CLOSED);

  private static final class ManualClocks implements Clocks {
    long nanos = 5;
    long millis = 1_000;
    final List<String> reads = new CopyOnWriteArrayList<>();
    Runnable afterWall = () -> {};
    Runnable afterNanos = () -> {};

    @Override
    public long nanos() {
      reads.add("nanos");
      long read = nanos;
      afterNanos.run();
      return read;
    }

    @Override
    public long millis() {
      reads.add("millis");
      long read = millis;
      afterWall.run();
      return read;
    }
  }

  private static final class Facts implements RefusalFacts {
    GroupStanding standing = GroupStanding.MEMBER;
    Optional<NodeId> primary = Optional.of(OTHER);
    OptionalLong latest = OptionalLong.of(41);

    @Override
    public NodeId node() {
      return SELF;
    }

    @Override
    public GroupStanding standing() {
      return standing;
    }

    @Override
    public Optional<NodeId> primaryId() {
      return primary;
    }

    @Override
    public OptionalLong latestTerm() {
      return latest;
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(6);
    }
  }

  private Admission leaseFor(long millis) {
    FencingToken token = new FencingToken(SCOPE, 42);
    return new Admission(token, clocks.nanos + millis * MILLI, clocks.millis + millis);
  }

  @Test
  void a_standing_lease_lets_in_and_the_wall_clock_is_read_before_the_monotonic_one() {
    Admission lease = leaseFor(100);
    gate.publish(lease);
    assertThat(gate.check(0)).isSameAs(lease);
    assertThat(clocks.reads).containsExactly("millis", "nanos");
  }

  @Test
  void either_clock_ends_it_at_its_deadline() {
    gate.publish(leaseFor(100));
    clocks.nanos += 100 * MILLI - 1;
    assertThat(gate.check(0)).isNotNull();
    clocks.nanos += 1;
    assertThat(gate.check(0)).isNull();

    gate.publish(leaseFor(100));
    clocks.millis += 100;
    assertThat(gate.check(0)).isNull();
  }

  @Test
  void a_wall_clock_set_forward_ends_it_early() {
    gate.publish(leaseFor(100));
    clocks.millis += 3_600_000;
    assertThat(gate.check(0)).isNull();
    assertThat(gate.stands(gate.published())).isFalse();
    clocks.millis -= 3_600_000;
    assertThat(gate.check(0)).as("set right again, and nothing was burned").isNotNull();
  }

  @Test
  void a_wall_clock_set_back_does_not_prolong_it() {
    gate.publish(leaseFor(100));
    clocks.millis -= 3_600_000;
    clocks.nanos += 100 * MILLI - 1;
    assertThat(gate.check(0)).isNotNull();
    clocks.nanos += 1;
    assertThat(gate.check(0)).as("the monotonic clock bounds it").isNull();
    assertThat(gate.stands(gate.published())).isFalse();
  }

  @Test
  void a_monotonic_clock_that_stands_still_does_not_prolong_it() {
    gate.publish(leaseFor(100));
    clocks.millis += 99;
    assertThat(gate.check(0)).isNotNull();
    clocks.millis += 1;
    assertThat(gate.check(0)).as("the wall clock saw the machine sleep").isNull();
    assertThat(gate.stands(gate.published())).isFalse();
  }

  @Test
  void a_wall_clock_set_while_it_is_read_changes_nothing_for_the_monotonic_one() {
    gate.publish(leaseFor(100));
    clocks.afterWall =
        () -> {
          clocks.millis -= 3_600_000;
          clocks.nanos += 100 * MILLI;
        };
    assertThat(gate.check(0)).isNull();
  }

  @Test
  void a_sleep_and_a_step_back_of_as_much_within_one_lease_are_the_hole_left_to_the_fence() {
    gate.publish(leaseFor(100));
    clocks.millis += 200;
    clocks.millis -= 200;
    assertThat(gate.check(0)).as("neither clock shows it").isNotNull();
  }

  @Test
  void the_monotonic_clock_may_wrap_within_a_lease() {
    clocks.nanos = Long.MAX_VALUE - 10 * MILLI;
    gate.publish(leaseFor(100));
    assertThat(gate.check(0)).isNotNull();
    clocks.nanos += 50 * MILLI;
    assertThat(gate.check(0)).isNotNull();
    clocks.nanos += 50 * MILLI;
    assertThat(gate.check(0)).isNull();
  }

  @Test
  void a_pause_between_the_clocks_is_seen() {
    gate.publish(leaseFor(100));
    clocks.afterWall =
        () -> {
          clocks.nanos += 200 * MILLI;
          clocks.millis += 200;
        };
    assertThat(gate.check(0)).isNull();
  }

  @Test
  void a_token_given_up_while_the_clocks_are_read_is_seen() {
    gate.publish(leaseFor(100));
    clocks.afterNanos = () -> gate.publish(Admission.CLOSED);
    assertThat(gate.check(0)).isNull();
  }

  @Test
  void an_equal_token_of_another_tenure_does_not_count() {
    gate.publish(leaseFor(100));
    clocks.afterNanos = () -> gate.publish(leaseFor(100));
    assertThat(gate.check(0)).isNull();
  }

  @Test
  void a_renewal_while_the_clocks_are_read_does_no_harm() {
    Admission lease = leaseFor(100);
    gate.publish(lease);
    Admission renewed =
        new Admission(lease.token(), lease.nanosDeadline() + 5, lease.millisDeadline() + 5);
    clocks.afterNanos = () -> gate.publish(renewed);
    assertThat(gate.check(0)).isNotNull();
    assertThat(gate.stands(lease)).isTrue();
  }

  @Test
  void the_least_time_a_call_needs_is_asked_of_both_clocks() {
    gate.publish(leaseFor(100));
    assertThat(gate.check(99 * MILLI)).isNotNull();
    assertThat(gate.check(100 * MILLI)).isNull();
    clocks.millis += 50;
    assertThat(gate.check(60 * MILLI)).isNull();
  }

  @Test
  void the_exit_check_tells_a_tenure_from_the_next() {
    Admission first = leaseFor(100);
    gate.publish(first);
    assertThat(gate.stands(first)).isTrue();
    gate.publish(leaseFor(100));
    assertThat(gate.stands(first)).isFalse();
    gate.publish(Admission.CLOSED);
    assertThat(gate.stands(first)).isFalse();
    gate.publish(Admission.STANDALONE);
    assertThat(gate.stands(first)).isFalse();
    assertThat(gate.stands(Admission.STANDALONE)).isTrue();
  }

  @Test
  void closed_by_choice_it_refuses_new_calls_and_stands_for_those_under_way() {
    Admission open = leaseFor(100);
    gate.publish(open);
    gate.publish(
        new Admission(open.token(), open.nanosDeadline(), open.millisDeadline(), false, false));
    assertThat(gate.check(0)).isNull();
    assertThat(gate.stands(open)).isTrue();
    clocks.millis += 100;
    assertThat(gate.stands(open)).isFalse();
  }

  @Test
  void closed_and_standalone_are_told_apart_by_identity() {
    assertThat(gate.check(0)).isNull();
    gate.publish(Admission.STANDALONE);
    assertThat(gate.check(0)).isSameAs(Admission.STANDALONE);
    assertThat(clocks.reads).isEmpty();
  }

  @Test
  void a_refused_call_is_counted_out_again() {
    assertThat(gate.tryEnter(0)).isNull();
    assertThat(gate.inFlight().count()).isZero();
    gate.publish(leaseFor(100));
    Admission call = gate.tryEnter(0);
    assertThat(gate.inFlight().count()).isEqualTo(1);
    gate.leave(call);
    assertThat(gate.inFlight().count()).isZero();
  }

  @Test
  void a_call_is_counted_in_the_tenure_that_let_it_in() {
    gate.publish(leaseFor(100));
    Admission endless = gate.tryEnter(0);
    InFlight ofTheFirst = gate.inFlight();
    gate.publish(Admission.CLOSED);
    assertThat(gate.inFlight()).as("until another begins").isSameAs(ofTheFirst);

    gate.publish(leaseFor(100));
    assertThat(gate.inFlight().count()).isZero();
    Admission second = gate.tryEnter(0);
    gate.leave(endless);
    assertThat(gate.inFlight().count()).isEqualTo(1);
    gate.leave(second);
    assertThat(gate.inFlight().count()).isZero();
  }

  @Test
  void a_tenure_that_begins_between_count_and_check_counts_for_itself() {
    gate.publish(leaseFor(100));
    InFlight before = gate.inFlight();
    Admission next = leaseFor(100);
    clocks.afterWall =
        () -> {
          clocks.afterWall = () -> {};
          gate.publish(next);
        };
    assertThat(gate.tryEnter(0)).as("the one that was asked").isNull();
    clocks.afterWall = () -> {};
    assertThat(gate.tryEnter(0)).isSameAs(next);
    assertThat(before.count()).isZero();
    assertThat(gate.inFlight().count()).isEqualTo(1);
  }

  private FutureTask<Admission> waiting(long minRemainingNanos) {
    FutureTask<Admission> task =
        new FutureTask<>(() -> gate.awaitEntry(minRemainingNanos, TimeUnit.SECONDS.toNanos(60)));
    waiter = new Thread(task, "waiting");
    waiter.setDaemon(true);
    waiter.start();
    await().until(this::isWaiting);
    return task;
  }

  private boolean isWaiting() {
    return waiter.getState() == Thread.State.TIMED_WAITING;
  }

  @Test
  void a_call_that_waits_is_let_in_as_soon_as_the_gate_opens() throws Exception {
    FutureTask<Admission> first = waiting(0);
    FutureTask<Admission> second = waiting(0);
    Admission lease = leaseFor(100);
    gate.publish(lease);
    assertThat(first.get(10, TimeUnit.SECONDS)).isSameAs(lease);
    assertThat(second.get(10, TimeUnit.SECONDS)).isSameAs(lease);
    assertThat(gate.inFlight().count()).isEqualTo(2);
  }

  @Test
  void a_call_that_waits_is_let_in_by_nothing_that_a_check_would_refuse() throws Exception {
    FutureTask<Admission> task = waiting(200 * MILLI);
    Admission closed = leaseFor(1_000);
    gate.publish(
        new Admission(
            closed.token(), closed.nanosDeadline(), closed.millisDeadline(), false, false));
    clocks.reads.clear();
    gate.publish(leaseFor(100));
    // it has looked, and then it waits again or is through
    await().until(() -> clocks.reads.contains("millis") || task.isDone());
    await().until(() -> isWaiting() || task.isDone());
    assertThat(task).as("draining, then too short").isNotDone();
    Admission longEnough = leaseFor(300);
    gate.publish(longEnough);
    assertThat(task.get(10, TimeUnit.SECONDS)).isSameAs(longEnough);
  }

  @Test
  void a_call_waits_no_longer_than_it_may() {
    assertThat(gate.awaitEntry(0, 0)).isNull();
    assertThat(gate.awaitEntry(0, MILLI)).isNull();
    gate.publish(leaseFor(100));
    assertThat(gate.awaitEntry(0, 0)).as("a plain check").isNotNull();
  }

  @Test
  void its_time_goes_on_while_it_is_woken_for_nothing() throws Exception {
    FutureTask<Admission> task = waiting(200 * MILLI);
    clocks.nanos += TimeUnit.SECONDS.toNanos(61);
    gate.publish(leaseFor(100));
    assertThat(task.get(10, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void nobody_waits_any_more_when_the_application_stops() throws Exception {
    FutureTask<Admission> task = waiting(0);
    gate.endWaiting();
    assertThat(task.get(10, TimeUnit.SECONDS)).isNull();
    assertThat(gate.awaitEntry(0, Long.MAX_VALUE)).isNull();
  }

  @Test
  void who_is_interrupted_while_waiting_is_refused_and_stays_interrupted() {
    Thread.currentThread().interrupt();
    assertThat(gate.awaitEntry(0, Long.MAX_VALUE)).isNull();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whoever_watches_hears_of_every_call_that_leaves() {
    List<Long> counts = new ArrayList<>();
    gate.publish(leaseFor(100));
    Admission first = gate.tryEnter(0);
    Admission second = gate.tryEnter(0);
    gate.inFlight().watch(() -> counts.add(gate.inFlight().count()));
    gate.leave(first);
    gate.leave(second);
    gate.inFlight().watch(null);
    assertThat(counts).containsExactly(1L, 0L);
  }

  @Test
  void a_refusal_names_node_group_primary_term_and_target() {
    NotPrimaryException refused = gate.refuse("Ledger.post");
    assertThat(refused)
        .hasMessage(
            "PRIMACY-2001: this node is SECONDARY in group 'ledger' (primary: node-2, term 41);"
                + " Ledger.post runs on the primary only.");
    assertThat(refused.getStackTrace()).isEmpty();
    assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.NOT_PRIMARY);
    assertThat(refused.refusal().primary()).contains(OTHER);
    assertThat(refused.refusal().term()).isEqualTo(OptionalLong.of(41));
    assertThat(refused.refusal().retryAfter()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void the_message_of_a_refusal_tells_what_was_so_when_it_was_refused() {
    NotPrimaryException refused = gate.refuse("Ledger.post");
    facts.primary = Optional.empty();
    facts.latest = OptionalLong.of(42);
    assertThat(refused).hasMessageContaining("primary: node-2, term 41");
    assertThat(refused.getMessage()).isSameAs(refused.getMessage());
  }

  @Test
  void a_read_only_group_has_a_primary_and_what_is_refused_there_says_so() {
    Admission lease = leaseFor(100);
    Admission readOnly =
        new Admission(lease.token(), lease.nanosDeadline(), lease.millisDeadline(), true, true);
    gate.publish(readOnly);
    facts.primary = Optional.of(SELF);
    assertThat(gate.check(0)).isSameAs(readOnly);
    assertThat(gate.refusal().reason()).isEqualTo(RefusalReason.READ_ONLY);
    assertThat(gate.refusal().role()).isEqualTo(NodeRole.PRIMARY);
    assertThat(gate.refuse("Ledger.post"))
        .hasMessage(
            "PRIMACY-2004: group 'ledger' is read-only for now; Ledger.post runs only where that is"
                + " allowed (@PrimaryOnly(readOnlyAllowed = true)), or once the group is writable"
                + " again.");
    clocks.millis += 200;
    assertThat(gate.refusal().reason()).isEqualTo(RefusalReason.LEASE_EXPIRED);
  }

  @Test
  void the_reason_of_a_refusal_says_what_is_the_matter() {
    facts.primary = Optional.empty();
    assertThat(gate.refusal().reason()).isEqualTo(RefusalReason.NO_PRIMARY);
    assertThat(gate.refusal().retryAfter()).isEqualTo(Duration.ofSeconds(6));

    facts.primary = Optional.of(SELF);
    assertThat(gate.refusal().reason()).isEqualTo(RefusalReason.NO_PRIMARY);

    facts.standing = GroupStanding.SUSPENDED;
    assertThat(gate.refusal().reason()).isEqualTo(RefusalReason.UNDECIDED);
    assertThat(gate.refusal().role()).isEqualTo(NodeRole.SECONDARY);

    facts.standing = GroupStanding.LEFT;
    assertThat(gate.refusal().role()).isEqualTo(NodeRole.NOT_IN_GROUP);

    facts.standing = GroupStanding.MEMBER;
    gate.publish(leaseFor(100));
    clocks.millis += 200;
    assertThat(gate.refusal().reason()).isEqualTo(RefusalReason.LEASE_EXPIRED);
    assertThat(gate.refuse("Ledger.post")).hasMessageStartingWith("PRIMACY-2002: ");
  }

  @Test
  void what_is_let_in_and_what_is_refused_is_counted() {
    assertThat(gate.counts()).isEqualTo(GuardCounts.NONE);
    gate.publish(leaseFor(100));
    call();
    call();
    gate.count(GuardOutcome.LOST);
    gate.count(GuardOutcome.REJECTED);
    gate.count(GuardOutcome.REDIRECTED);
    gate.count(GuardOutcome.SKIPPED);
    assertThat(gate.counts()).isEqualTo(new GuardCounts(2, 1, 1, 1, 1));
  }

  @Test
  void calls_of_earlier_tenures_stay_counted() {
    gate.publish(leaseFor(100));
    call();
    gate.publish(Admission.CLOSED);
    gate.publish(leaseFor(100));
    call();
    assertThat(gate.counts().allowed()).isEqualTo(2);
  }

  @Test
  void a_call_that_is_counted_in_and_then_refused_is_not_allowed() {
    gate.publish(leaseFor(100));
    clocks.nanos += 100 * MILLI;
    assertThat(gate.tryEnter(0)).isNull();
    assertThat(gate.counts().allowed()).isZero();
    gate.publish(leaseFor(100));
    gate.turnAway(gate.tryEnter(0));
    assertThat(gate.counts().allowed()).isZero();
    assertThat(gate.inFlight().count()).isZero();
  }

  @Test
  void a_count_never_falls_though_a_call_is_judged_after_it_was_counted() {
    gate.publish(leaseFor(100));
    call();
    List<Long> seen = new ArrayList<>();
    clocks.afterNanos = () -> seen.add(gate.counts().allowed());
    clocks.nanos += 100 * MILLI;
    assertThat(gate.tryEnter(0)).isNull();
    seen.add(gate.counts().allowed());
    assertThat(seen).isSorted();
  }

  private void call() {
    gate.leave(gate.tryEnter(0));
  }
}
