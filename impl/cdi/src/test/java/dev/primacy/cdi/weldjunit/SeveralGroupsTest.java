package dev.primacy.cdi.weldjunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.InGroup;
import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.PrimaryOnly;
import dev.primacy.cdi.PrimacyExtension;
import dev.primacy.cdi.PrimacyLifecycle;
import dev.primacy.cdi.PrimaryOnlyInterceptor;
import dev.primacy.event.Became;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two groups, in a container that the test puts together itself. */
@EnableWeld
class SeveralGroupsTest {
  private static Neighbour settings;

  @WeldSetup
  WeldInitiator weld =
      WeldInitiator.from(
              WeldInitiator.createWeld()
                  .extensions(new PrimacyExtension())
                  .beanClasses(PrimacyLifecycle.class, PrimaryOnlyInterceptor.class, Orders.class))
          .inject(this)
          .build();

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

  @BeforeAll
  static void configure() {
    settings = Neighbour.absent("ledger,orders");
  }

  @AfterAll
  static void clear() {
    settings.close();
  }

  @Test
  void views_observers_and_guards_are_of_the_group_they_name() {
    await().atMost(Duration.ofSeconds(30)).until(normal::isPrimary);
    await().atMost(Duration.ofSeconds(30)).until(() -> !orders.heard().isEmpty());
    assertThat(normal.group()).isEqualTo("ledger");
    assertThat(named.group()).isEqualTo("orders");
    assertThat(orders.place()).isEqualTo("placed");
    assertThat(orders.heard()).as("nothing of the other group").containsExactly("orders");
    assertThat(weld.select(Membership.class, InGroup.Literal.of("ledger")).get().isPrimary())
        .isTrue();
  }
}
