package dev.primacy.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import dev.primacy.Firing;
import dev.primacy.GroupStanding;
import dev.primacy.MissedFirings;
import dev.primacy.NodeId;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.gate.LeaseGate;
import dev.primacy.core.gate.RefusalFacts;
import dev.primacy.core.schedule.OneRecordStore.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One schedule on one node, turn by turn. */
class ScheduleCycleTest implements Clocks, RefusalFacts, ScheduleListener {
  private static final FencingToken FIRST = new FencingToken(new UUID(1, 1), 1);
  private static final FencingToken SECOND = new FencingToken(new UUID(1, 1), 2);

  private long millis = 1_000_000;
  private final OneRecordStore store = new OneRecordStore();
  private final LeaseGate gate = new LeaseGate("ledger", this, this, Admission.CLOSED);
  private final List<String> told = new ArrayList<>();
  private final List<Firing> runs = new ArrayList<>();
  private Runnable work = () -> {};

  private final ScheduleCycle cycle = cycle(MissedFirings.SKIP);

  private ScheduleCycle cycle(MissedFirings missed) {
    SchedulePlan plan =
        new SchedulePlan("tick", "ledger", new EveryTimetable(Duration.ofSeconds(1)), missed);
    return new ScheduleCycle(
        plan,
        gate,
        new StoredClaims(() -> store, (group, token) -> false, "ledger", "tick"),
        this,
        (firing, admission) -> {
          runs.add(firing);
          work.run();
        },
        this);
  }

  private void lead(FencingToken token) {
    gate.publish(new Admission(token, Long.MAX_VALUE / 2, Long.MAX_VALUE / 2));
  }

  private void leadReadOnly(FencingToken token) {
    gate.publish(new Admission(token, Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, true, true));
  }

  /** Turns until it wants to wait, and how long. */
  private Duration turns(ScheduleCycle some) {
    Duration wait = some.turn();
    for (int i = 0; wait.isZero(); i++) {
      assertThat(i).isLessThan(200);
      wait = some.turn();
    }
    return wait;
  }

  private Duration turns() {
    return turns(cycle);
  }

  private Firing firing(long second, FencingToken token, boolean late) {
    return new Firing("tick", "ledger", Instant.ofEpochSecond(second), Optional.of(token), late);
  }

  @Test
  @DisplayName("S2.28: a node that is not the primary runs nothing and asks nothing")
  void a_node_that_is_not_the_primary_runs_nothing_and_asks_nothing() {
    assertThat(turns()).isEqualTo(Duration.ofSeconds(1));
    millis += 5_000;
    turns();
    assertThat(runs).isEmpty();
    assertThat(store.writes).isZero();
  }

  @Test
  void the_primary_runs_what_falls_due_under_its_token() {
    lead(FIRST);
    assertThat(turns()).isEqualTo(Duration.ofSeconds(1));
    millis += 1_003;
    assertThat(turns()).isEqualTo(Duration.ofMillis(997));
    assertThat(runs).containsExactly(firing(1_001, FIRST, false));
    turns();
    assertThat(runs).hasSize(1);
  }

  @Test
  void a_run_is_counted_for_the_drain_and_so_is_its_claim() {
    lead(FIRST);
    turns();
    work = () -> told.add("inside " + gate.inFlight().count());
    millis += 1_000;
    turns();
    assertThat(told).containsExactly("inside 1");
    assertThat(gate.inFlight().count()).isZero();
  }

  @Test
  void what_falls_due_while_a_run_is_under_way_is_missed() {
    lead(FIRST);
    turns();
    work = () -> millis += 2_500;
    millis += 1_000;
    turns();
    assertThat(runs).containsExactly(firing(1_001, FIRST, false));
    assertThat(told).containsExactly("passed over 1002 to 1003");
    millis += 500;
    turns();
    assertThat(runs).last().isEqualTo(firing(1_004, FIRST, false));
  }

  @Test
  void or_is_run_once_for_all_of_it() {
    ScheduleCycle once = cycle(MissedFirings.ONCE);
    lead(FIRST);
    turns(once);
    work =
        () -> {
          millis += 2_500;
          work = () -> {};
        };
    millis += 1_000;
    turns(once);
    assertThat(runs).containsExactly(firing(1_001, FIRST, false), firing(1_003, FIRST, true));
  }

  @Test
  void a_successor_runs_what_was_missed_meanwhile() {
    lead(FIRST);
    turns();
    millis += 1_000;
    turns();
    gate.publish(Admission.CLOSED);
    millis += 3_400;
    ScheduleCycle successor = cycle(MissedFirings.ALL);
    lead(SECOND);
    turns(successor);
    assertThat(runs)
        .containsExactly(
            firing(1_001, FIRST, false),
            firing(1_002, SECOND, true),
            firing(1_003, SECOND, true),
            firing(1_004, SECOND, true));
  }

  @Test
  void while_the_group_is_read_only_nothing_runs_and_what_falls_due_is_missed() {
    ScheduleCycle all = cycle(MissedFirings.ALL);
    lead(FIRST);
    turns(all);
    leadReadOnly(FIRST);
    millis += 2_000;
    assertThat(turns(all)).isEqualTo(Duration.ofSeconds(1));
    assertThat(runs).isEmpty();
    assertThat(gate.inFlight().count()).isZero();
    lead(FIRST);
    turns(all);
    assertThat(runs).containsExactly(firing(1_001, FIRST, true), firing(1_002, FIRST, true));
  }

  @Test
  void a_clock_that_is_set_back_fires_nothing_again() {
    lead(FIRST);
    turns();
    millis += 1_000;
    turns();
    millis -= 700;
    assertThat(turns()).isEqualTo(Duration.ofMillis(1_700));
    assertThat(runs).hasSize(1);
  }

  @Test
  void a_clock_that_was_far_ahead_is_complained_about() {
    lead(FIRST);
    turns();
    millis += 90_000;
    turns();
    assertThat(runs).hasSize(1);
    millis -= 90_000;
    lead(SECOND);
    assertThat(turns()).isEqualTo(Duration.ofSeconds(10));
    assertThat(told).contains("ahead 1090 at 1000");
    assertThat(runs).hasSize(1);
  }

  @Test
  void a_role_that_ends_while_the_firing_is_claimed_starts_nothing() {
    lead(FIRST);
    turns();
    millis += 1_000;
    StoredClaims claims =
        new StoredClaims(
            () -> {
              gate.publish(Admission.CLOSED);
              return store;
            },
            (group, token) -> false,
            "ledger",
            "other");
    ScheduleCycle slow =
        new ScheduleCycle(
            new SchedulePlan(
                "other", "ledger", new EveryTimetable(Duration.ofSeconds(1)), MissedFirings.ALL),
            gate,
            claims,
            this,
            (firing, admission) -> runs.add(firing),
            this);
    slow.turn();
    lead(SECOND);
    slow.turn();
    lead(SECOND);
    millis += 1_000;
    slow.turn();
    assertThat(runs).isEmpty();
    assertThat(told).containsExactly("given up 1002");
  }

  @Test
  void a_role_that_ends_while_it_runs_is_told() {
    lead(FIRST);
    turns();
    work = () -> gate.publish(Admission.CLOSED);
    millis += 1_000;
    turns();
    assertThat(told).containsExactly("outlived 1001");
  }

  @Test
  void a_method_that_throws_is_told_and_the_schedule_goes_on() {
    lead(FIRST);
    turns();
    work =
        () -> {
          throw new IllegalStateException("disk");
        };
    millis += 1_000;
    turns();
    millis += 1_000;
    turns();
    assertThat(told).containsExactly("failed 1001: disk", "failed 1002: disk");
  }

  @Test
  void a_store_that_does_not_answer_is_complained_about_once_and_asked_again() {
    lead(FIRST);
    turns();
    millis += 1_000;
    store.fates.add(Fate.REFUSED);
    store.fates.add(Fate.REFUSED);
    assertThat(turns()).isEqualTo(Duration.ofMillis(500));
    assertThat(turns()).isEqualTo(Duration.ofMillis(500));
    turns();
    assertThat(told).containsExactly("unanswered: not now");
    assertThat(runs).containsExactly(firing(1_001, FIRST, false));
  }

  @Test
  void without_a_cluster_it_runs_without_a_token() {
    gate.publish(Admission.STANDALONE);
    ScheduleCycle alone =
        new ScheduleCycle(
            new SchedulePlan(
                "tick", "default", new EveryTimetable(Duration.ofSeconds(1)), MissedFirings.ONCE),
            gate,
            FiringClaims.local(),
            this,
            (firing, admission) -> runs.add(firing),
            this);
    turns(alone);
    millis += 1_000;
    turns(alone);
    assertThat(runs)
        .containsExactly(
            new Firing("tick", "default", Instant.ofEpochSecond(1_001), Optional.empty(), false));
  }

  // ---- what it hears

  @Override
  public void passedOver(Instant from, Instant until) {
    told.add("passed over " + from.getEpochSecond() + " to " + until.getEpochSecond());
  }

  @Override
  public void givenUp(Firing firing) {
    told.add("given up " + firing.scheduled().getEpochSecond());
  }

  @Override
  public void outlived(Firing firing) {
    told.add("outlived " + firing.scheduled().getEpochSecond());
  }

  @Override
  public void failed(Firing firing, Throwable failure) {
    told.add("failed " + firing.scheduled().getEpochSecond() + ": " + failure.getMessage());
  }

  @Override
  public void unanswered(String reason) {
    told.add("unanswered: " + reason);
  }

  @Override
  public void ahead(Instant upTo, Instant now) {
    told.add("ahead " + upTo.getEpochSecond() + " at " + now.getEpochSecond());
  }

  // ---- where it is

  @Override
  public long nanos() {
    return millis * 1_000_000;
  }

  @Override
  public long millis() {
    return millis;
  }

  @Override
  public NodeId node() {
    return new NodeId("n1", new UUID(0, 1));
  }

  @Override
  public GroupStanding standing() {
    return GroupStanding.MEMBER;
  }

  @Override
  public Optional<NodeId> primaryId() {
    return Optional.empty();
  }

  @Override
  public OptionalLong latestTerm() {
    return OptionalLong.empty();
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(3);
  }
}
