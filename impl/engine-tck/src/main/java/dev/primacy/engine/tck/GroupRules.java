package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.engine.tck.Tenures.Tenure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups that are joined and left one by one while their nodes stay. */
interface GroupRules {
  String SHARD = "shard";

  @Test
  default void a_primary_that_leaves_a_group_leads_it_no_more_until_it_joins_it_again(
      Election election) throws Exception {
    ElectionNode leader =
        election.startAndAwaitPrimary(
            3, "primacy.groups", SHARD, "primacy.groups." + SHARD + ".join", "later");
    FencingToken token = election.tenure(leader).token();
    election.living().forEach(node -> node.join(SHARD));
    List<ElectionNode> led = new ArrayList<>(List.of(election.awaitPrimary(SHARD)));
    leaveToTheNext(election, led);
    leaveToTheNext(election, led);
    leaveToNobody(election, led.get(2));
    led.get(0).join(SHARD);
    led.add(election.awaitPrimary(SHARD));
    assertThat(election.tenure(led.get(3), SHARD)).isNotNull();
    assertLed(election, led);
    assertThat(led.get(3)).as("the only one that joined again").isSameAs(led.get(0));
    assertThat(leader.token()).as("of the group that nobody left").isEqualTo(token);
    assertThat(election.tenures().all()).hasSize(1);
  }

  private static void leaveToTheNext(Election election, List<ElectionNode> led) throws Exception {
    ElectionNode primary = led.get(led.size() - 1);
    FencingToken token = election.tenure(primary, SHARD).token();
    primary.leave(SHARD, election.bench().service().recovery());
    assertThat(primary.view(SHARD).standing()).isEqualTo(GroupStanding.LEFT);
    ElectionNode next = election.awaitSuccessor(primary, SHARD);
    assertThat(election.tenure(next, SHARD).token().supersedes(token)).isTrue();
    led.add(next);
    assertLed(election, led);
  }

  /** All of them are there, for another group, and none takes this one. */
  private static void leaveToNobody(Election election, ElectionNode last) throws Exception {
    last.leave(SHARD, election.bench().service().recovery());
    Waiting.pass(election.lease());
    assertThat(election.living()).allMatch(node -> node.gate(SHARD).check(0) == null);
  }

  /** Each once for each time it joined. */
  private static void assertLed(Election election, List<ElectionNode> inOrder) {
    assertThat(election.tenures(SHARD).all())
        .extracting(Tenure::holder)
        .containsExactlyElementsOf(inOrder.stream().map(ElectionNode::id).toList());
    assertThat(inOrder.subList(0, Math.min(3, inOrder.size()))).doesNotHaveDuplicates();
  }
}
