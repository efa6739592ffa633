package dev.primacy.testkit.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.ClusterNode;
import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.testkit.Cluster;
import dev.primacy.testkit.TestSecondary;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application while another node leads. */
@TestSecondary(beans = Ledger.class)
class SecondaryTest {
  @Inject Ledger ledger;

  @Test
  void guarded_methods_refuse_and_there_is_no_token() {
    assertThatThrownBy(ledger::post)
        .isInstanceOf(NotPrimaryException.class)
        .hasMessageContaining("Ledger.post");
    assertThatThrownBy(ledger::unguarded).isInstanceOf(NotPrimaryException.class);
  }

  @Test
  @DisplayName("S1.9: the view shows who leads")
  void the_view_shows_who_leads(Cluster cluster) {
    assertThat(ledger.membership().standing()).isEqualTo(GroupStanding.MEMBER);
    assertThat(ledger.membership().primary().map(ClusterNode::id))
        .contains(cluster.primary().membership().node());
    assertThat(ledger.membership().role()).isEqualTo(NodeRole.SECONDARY);
  }
}
