package dev.primacy.testkit.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.InGroup;
import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.PrimaryOnly;
import dev.primacy.event.Became;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.testkit.Cluster;
import dev.primacy.testkit.GuardedCall;
import dev.primacy.testkit.TestPrimary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Several groups; each node may lead another one. */
@TestPrimary(settings = {"primacy.group=ledger", "primacy.groups=ledger,orders"})
class SeveralGroupsTest {
  @Inject Orders orders;
  @Inject Membership normal;

  @Inject
  @InGroup("orders")
  Membership named;

  @ApplicationScoped
  static class Orders {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @PrimaryOnly(group = "orders")
    String place() {
      return "placed";
    }

    void lead(@Observes @Became(NodeRole.PRIMARY) @InGroup("orders") NodeRoleChanged change) {
      heard.add(change.group());
    }

    List<String> heard() {
      return heard;
    }
  }

  @Test
  void views_observers_and_guards_are_of_the_group_they_name(Cluster cluster) {
    assertThat(normal.isPrimary()).isTrue();
    assertThat(normal.group()).isEqualTo("ledger");
    assertThat(named.group()).isEqualTo("orders");
    assertThat(orders.place()).isEqualTo("placed");
    assertThat(orders.heard()).as("nothing of the other group").containsExactly("orders");
    assertThat(cluster.calls()).extracting(GuardedCall::group).containsExactly("orders");
  }
}
