package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of the role when something happens to the service. */
interface ServiceRules {

  @Test
  default void a_service_that_hangs_ends_the_role_in_time_and_returns_it_by_itself(
      Election election) throws Exception {
    election.bench().require(Ability.WIRE);
    ElectionNode first = election.startAndAwaitPrimary(2);
    FencingToken token = election.tenure(first).token();
    long freeze = SystemClocks.INSTANCE.nanos();
    election.freeze();
    Waiting.pass(election.lease().multipliedBy(2));
    assertThat(election.living()).allMatch(node -> node.gate().check(0) == null);
    long last = election.tenures().of(token).orElseThrow().lastBegin();
    assertThat(Duration.ofNanos(last - freeze)).as("guard open").isLessThan(election.lease());
    election.bench().heal();
    FencingToken next = election.tenure(election.awaitPrimary()).token();
    assertThat(next.supersedes(token)).isTrue();
  }

  @Test
  default void a_primary_whose_own_connections_hang_is_succeeded_and_comes_back(Election election)
      throws Exception {
    election.bench().require(Ability.WIRE);
    ElectionNode first = election.startAndAwaitPrimary(3);
    FencingToken token = first.token();
    election.bench().wire(first.name()).freeze();
    ElectionNode next = election.awaitSuccessor(first);
    assertThat(election.tenure(next).token().supersedes(token)).isTrue();
    election.bench().wire(first.name()).heal();
    Waiting.until(
        "it is a member again",
        election.bench().service().recovery(),
        () -> first.view().standing() == GroupStanding.MEMBER);
    assertThat(next.isPrimary()).isTrue();
  }

  @Test
  default void a_restart_of_the_service_loses_neither_scope_nor_term(Election election)
      throws Exception {
    election.bench().require(Ability.RESTART);
    ElectionNode first = election.startAndAwaitPrimary(2);
    FencingToken token = election.tenure(first).token();
    election.bench().stopService();
    Waiting.until(
        "nobody lets in",
        election.lease().multipliedBy(2),
        () -> election.living().stream().allMatch(node -> node.gate().check(0) == null));
    election.bench().startService();
    FencingToken next = election.tenure(election.awaitPrimary()).token();
    assertThat(next.isComparableWith(token)).isTrue();
    assertThat(next.supersedes(token)).isTrue();
  }

  @Test
  default void a_wiped_store_makes_every_node_another_one_and_tokens_incomparable(Election election)
      throws Exception {
    ElectionNode first = election.startAndAwaitPrimary(3);
    FencingToken token = election.tenure(first).token();
    Set<UUID> before = incarnations(election);
    RecordStore outsider = election.bench().open("outsider");
    election.bench().service().wipe(outsider);
    Waiting.until(
        "every node is another one",
        election.bench().service().recovery(),
        () -> incarnations(election).stream().noneMatch(before::contains));
    FencingToken next = election.tenure(election.awaitPrimary()).token();
    assertThat(next.isComparableWith(token)).isFalse();
    assertThatThrownBy(() -> next.supersedes(token)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<UUID> incarnations(Election election) {
    Set<UUID> now = new HashSet<>();
    election.living().forEach(node -> now.add(node.incarnation()));
    return now;
  }

  @Test
  default void records_that_are_none_are_passed_over(Election election) throws Exception {
    RecordStore outsider = election.bench().open("outsider");
    for (int length : new int[] {0, 1, 3, 200, RecordStore.MAX_VALUE_BYTES}) {
      byte[] garbage = new byte[length];
      election.bench().random().nextBytes(garbage);
      Records.stored(outsider.put(Records.node(), RecordVersion.ABSENT, garbage));
    }
    Records.created(outsider, Records.group("foreign"), "not of this library");
    ElectionNode first = election.startAndAwaitPrimary(2);
    FencingToken token = election.tenure(first).token();
    first.crash();
    ElectionNode next = election.awaitSuccessor(first);
    assertThat(next.token().supersedes(token)).isTrue();
    assertThat(next.view().nodes()).extracting("id").contains(next.view().node());
  }
}
