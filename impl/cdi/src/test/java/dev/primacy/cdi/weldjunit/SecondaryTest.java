package dev.primacy.cdi.weldjunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.ClusterNode;
import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.cdi.PrimacyExtension;
import dev.primacy.cdi.PrimacyLifecycle;
import dev.primacy.cdi.PrimaryOnlyInterceptor;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.AddExtensions;
import org.jboss.weld.junit5.auto.EnableAutoWeld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application under Weld's test extension while another node leads. */
@EnableAutoWeld
@AddExtensions(PrimacyExtension.class)
@AddBeanClasses({PrimacyLifecycle.class, PrimaryOnlyInterceptor.class})
class SecondaryTest {
  private static Neighbour neighbour;

  @Inject Ledger ledger;

  @BeforeAll
  static void lead() {
    neighbour = Neighbour.leading("ledger");
  }

  @AfterAll
  static void leave() {
    neighbour.close();
  }

  @Test
  void guarded_methods_refuse_and_there_is_no_token() {
    assertThatThrownBy(ledger::post)
        .isInstanceOf(NotPrimaryException.class)
        .hasMessageContaining("Ledger.post");
    assertThatThrownBy(ledger::unguarded).isInstanceOf(NotPrimaryException.class);
  }

  @Test
  @DisplayName("S1.9: the view shows who leads")
  void the_view_shows_who_leads() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(ledger.membership().standing()).isEqualTo(GroupStanding.MEMBER);
              assertThat(ledger.membership().primary().map(ClusterNode::id))
                  .contains(neighbour.node());
            });
    assertThat(ledger.membership().role()).isEqualTo(NodeRole.SECONDARY);
    assertThat(ledger.terms()).isEmpty();
  }
}
