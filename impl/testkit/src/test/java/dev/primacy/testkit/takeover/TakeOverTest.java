package dev.primacy.testkit.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.testkit.Cluster;
import dev.primacy.testkit.ClusterTest;
import dev.primacy.testkit.TestNode;
import org.junit.jupiter.api.Test;

/** The role moves to an application in a container. */
@ClusterTest(nodes = 2, beans = Ledger.class)
class TakeOverTest {

  @Test
  void when_the_primary_leaves_observers_hear_of_the_role_and_the_guard_admits(Cluster cluster) {
    FencingToken before = cluster.primary().membership().requirePrimary();
    TestNode next = cluster.secondary();
    Ledger ledger = next.select(Ledger.class);

    cluster.restart(cluster.primary());

    FencingToken now = ledger.post();
    assertThat(now.term()).isGreaterThan(before.term());
    assertThat(now.scope()).isEqualTo(before.scope());
    assertThat(ledger.terms()).containsExactly(now);
    assertThat(ledger.membership().token()).contains(now);
    assertThat(ledger.changes())
        .extracting(NodeRoleChanged::current)
        .containsExactly(NodeRole.SECONDARY, NodeRole.PRIMARY);
  }
}
