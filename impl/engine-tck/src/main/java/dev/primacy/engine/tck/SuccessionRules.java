package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.engine.tck.Tenures.Tenure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One primary after the other, whoever goes and comes. */
interface SuccessionRules {

  @Test
  default void a_primary_that_crashed_is_succeeded_when_its_lease_is_over(Election election)
      throws Exception {
    ElectionNode first = election.startAndAwaitPrimary(3);
    FencingToken token = first.token();
    election.tenure(first);
    long crash = SystemClocks.INSTANCE.nanos();
    first.crash();
    ElectionNode second = election.awaitSuccessor(first);
    Tenure after = election.tenure(second);
    Tenure before = election.tenures().of(token).orElseThrow();
    assertThat(before.lastBegin() - crash).as("its guard was open until then").isPositive();
    assertThat(after.token().supersedes(token)).isTrue();
    assertThat(first.gate().check(0)).isNull();
  }

  @Test
  default void a_primary_that_leaves_is_succeeded_before_its_lease_would_have_been_over(
      Election election) throws Exception {
    ElectionNode first =
        election.startAndAwaitPrimary(2, "primacy.lease", "1500ms", "primacy.renew-every", "500ms");
    FencingToken token = first.token();
    election.tenure(first);
    first.leave();
    ElectionNode second = election.awaitSuccessor(first);
    Tenure after = election.tenure(second);
    Tenure before = election.tenures().of(token).orElseThrow();
    assertThat(Duration.ofNanos(after.firstEnd() - before.lastBegin()))
        .as("gap; waiting for the lease to run out would take a second or more")
        .isLessThan(Duration.ofMillis(900));
    assertThat(first.view().standing()).isEqualTo(GroupStanding.LEFT);
  }

  @Test
  default void a_node_started_again_under_its_name_is_another_one(Election election)
      throws Exception {
    ElectionNode first = election.startAndAwaitPrimary(1);
    FencingToken token = first.token();
    first.crash();
    ElectionNode again = election.start(first.name());
    assertThat(again.incarnation()).isNotEqualTo(first.incarnation());
    election.awaitSuccessor(first);
    assertThat(election.tenure(again).token().supersedes(token)).isTrue();
  }

  @Test
  default void members_that_come_and_go_leave_the_primary_alone(Election election)
      throws Exception {
    ElectionNode first = election.startAndAwaitPrimary(2);
    FencingToken token = first.token();
    for (int i = 0; i < 4; i++) {
      ElectionNode passing = election.start("passing");
      Waiting.until(
          "it is a member",
          election.bench().service().recovery(),
          () -> passing.view().standing() == GroupStanding.MEMBER);
      if (i % 2 == 0) {
        passing.leave();
      } else {
        passing.crash();
      }
    }
    assertThat(first.token()).isEqualTo(token);
    assertThat(election.tenures().all()).hasSize(1);
  }

  @Test
  default void of_two_lease_lengths_the_holders_own_one_is_waited_for(Election election)
      throws Exception {
    Duration twice = election.lease().multipliedBy(2);
    String[] longest = {"primacy.lease.longest", twice.toMillis() + "ms"};
    ElectionNode slow = election.start("slow", longest[0], longest[1], "primacy.lease", longest[1]);
    election.awaitPrimary();
    ElectionNode quick = election.start("quick", longest);
    Waiting.until(
        "it is a member",
        election.bench().service().recovery(),
        () -> quick.view().standing() == GroupStanding.MEMBER);
    FencingToken token = slow.token();
    long pause = SystemClocks.INSTANCE.nanos();
    slow.link().pauseBeforeSending();
    election.awaitSuccessor(slow);
    Tenure before = election.tenures().of(token).orElseThrow();
    assertThat(Duration.ofNanos(before.lastBegin() - pause))
        .as("how long its guard was open without a renewal")
        .isGreaterThan(election.lease());
  }

  @Test
  default void a_node_with_settings_that_would_split_the_group_is_kept_out(Election election)
      throws Exception {
    ElectionNode first = election.startAndAwaitPrimary(1);
    FencingToken token = first.token();
    ElectionNode other = election.start("other", "primacy.election", "operator");
    Waiting.until(
        "it is kept out",
        election.bench().service().recovery(),
        () -> other.view().standing() == GroupStanding.SUSPENDED);
    assertThat(other.gate().check(0)).isNull();
    first.leave();
    Waiting.pass(election.lease().multipliedBy(2));
    assertThat(other.isPrimary()).isFalse();
    assertThat(election.tenures().all()).extracting(Tenure::token).containsExactly(token);
  }
}
