package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.spi.PutOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Nodes that stand still at the worst points, and writes that arrive when nobody waits for them.
 */
interface PauseRules {

  @Test
  default void a_primary_paused_before_it_sends_is_shut_by_its_clock(Election election)
      throws Exception {
    ElectionNode first = election.startAndAwaitPrimary(3);
    first.link().pauseBeforeSending();
    comesBackAsAnother(election, first);
  }

  @Test
  default void a_primary_paused_after_the_reply_counts_its_lease_from_the_request(Election election)
      throws Exception {
    ElectionNode first = election.startAndAwaitPrimary(3);
    first.link().pauseAfterReply();
    comesBackAsAnother(election, first);
  }

  /** What it sends late must find another version; it goes on under another incarnation. */
  private static void comesBackAsAnother(Election election, ElectionNode paused) throws Exception {
    FencingToken token = paused.token();
    var before = paused.incarnation();
    ElectionNode next = election.awaitSuccessor(paused);
    assertThat(paused.gate().check(0)).as("the paused one's guard").isNull();
    assertThat(next.token().supersedes(token)).isTrue();
    FencingToken current = next.token();
    paused.link().resume();
    Waiting.until(
        "it is back as another one",
        election.bench().service().recovery(),
        () ->
            !paused.incarnation().equals(before)
                && paused.view().standing() == GroupStanding.MEMBER);
    assertThat(next.token()).as("the successor is not disturbed").isEqualTo(current);
  }

  @Test
  default void a_write_that_commits_after_its_sender_was_succeeded_changes_nothing(
      Election election) throws Exception {
    ElectionNode first = election.startAndAwaitPrimary(3);
    FencingToken token = first.token();
    first.link().holdWrites();
    ElectionNode next = election.awaitSuccessor(first);
    FencingToken current = election.tenure(next).token();
    assertThat(current.supersedes(token)).isTrue();
    assertThat(first.link().deliverWrites())
        .as("writes that came late")
        .isNotEmpty()
        .first()
        .isInstanceOf(PutOutcome.Conflict.class);
    Waiting.pass(election.lease());
    assertThat(next.token()).isEqualTo(current);
    assertThat(election.tenures().of(current)).isPresent();
  }

  @Test
  default void writes_that_commit_late_while_their_sender_may_still_lead_are_no_second_term(
      Election election) throws Exception {
    ElectionNode first = election.startAndAwaitPrimary(2);
    Random random = election.bench().random();
    for (int round = 0; round < 3; round++) {
      first.link().holdWrites();
      Waiting.pass(Duration.ofMillis(random.nextLong(election.lease().toMillis() * 3 / 2)));
      List<PutOutcome> unused = first.link().deliverWrites();
      first = election.awaitPrimary();
    }
    assertThat(election.tenures().all()).isNotEmpty();
  }

  @Test
  default void a_slow_store_and_a_slower_replica_keep_their_primary(Election election)
      throws Exception {
    ElectionNode first = election.startAndAwaitPrimary(3);
    FencingToken token = election.tenure(first).token();
    Duration little = election.lease().dividedBy(20);
    for (ElectionNode node : election.living()) {
      Random random = new Random(election.bench().random().nextLong());
      Duration most = node == first ? little : little.multipliedBy(4);
      node.link().pauseAtRandom(random, 1, Duration.ZERO, most);
    }
    Waiting.pass(election.lease().multipliedBy(3));
    assertThat(first.isPrimary()).isTrue();
    assertThat(first.token()).isEqualTo(token);
    assertThat(election.tenures().all()).hasSize(1);
  }
}
