package dev.primacy.cdi.weldjunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import dev.primacy.cdi.PrimacyExtension;
import dev.primacy.cdi.PrimacyLifecycle;
import dev.primacy.cdi.PrimaryOnlyInterceptor;
import dev.primacy.event.NodeRoleChanged;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.AddExtensions;
import org.jboss.weld.junit5.auto.EnableAutoWeld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The role moves to an application under Weld's test extension. */
@EnableAutoWeld
@AddExtensions(PrimacyExtension.class)
@AddBeanClasses({PrimacyLifecycle.class, PrimaryOnlyInterceptor.class})
class TakeOverTest {
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
  void when_the_primary_leaves_observers_hear_of_the_role_and_the_guard_admits() {
    FencingToken before = neighbour.token();
    await().atMost(Duration.ofSeconds(30)).until(() -> ledger.changes().size() == 1);

    neighbour.leave();

    await().atMost(Duration.ofSeconds(30)).until(() -> ledger.terms().size() == 1);
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
