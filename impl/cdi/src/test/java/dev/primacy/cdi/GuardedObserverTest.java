package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Observers of the application's own events, on the primary only. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GuardedObserverTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** An event of the application. */
  record OrderPlaced(int number) {}

  @ApplicationScoped
  static class Shipping {
    @Inject Membership membership;
    final List<String> heard = new CopyOnWriteArrayList<>();

    @PrimaryOnly(onSecondary = OnSecondary.SKIP)
    void skipping(@Observes OrderPlaced event) {
      heard.add("skipping " + event.number());
    }

    @PrimaryOnly(onSecondary = OnSecondary.SKIP)
    void later(@ObservesAsync OrderPlaced event) {
      heard.add("later " + event.number());
    }

    void everywhere(@Observes OrderPlaced event) {
      heard.add("everywhere " + event.number());
    }

    List<String> heard() {
      return heard;
    }

    NodeRole role() {
      return membership.role();
    }
  }

  @ApplicationScoped
  static class Rejecting {
    @PrimaryOnly
    void rejecting(@Observes OrderPlaced event) {}
  }

  /** Observes what it fires itself, which containers take for a call to itself. */
  @ApplicationScoped
  static class Talking {
    @Inject Event<OrderPlaced> events;
    final List<String> heard = new CopyOnWriteArrayList<>();

    @PrimaryOnly(onSecondary = OnSecondary.SKIP)
    void skipping(@Observes OrderPlaced event) {
      heard.add("skipping");
    }

    void everywhere(@Observes OrderPlaced event) {
      heard.add("everywhere");
    }

    void place() {
      events.fire(new OrderPlaced(0));
    }

    List<String> heard() {
      return heard;
    }
  }

  /** Another bean than the one that observes. */
  @ApplicationScoped
  static class Shop {
    @Inject Event<OrderPlaced> events;

    void place(int number) {
      events.fire(new OrderPlaced(number));
      events.fireAsync(new OrderPlaced(number)).toCompletableFuture().join();
    }
  }

  @Test
  @DisplayName("S2.29: guarded observers run on the primary and are skipped elsewhere")
  void run_on_the_primary_and_are_skipped_elsewhere() {
    String space = "o" + UUID.randomUUID().toString().substring(0, 8);
    try (Deployed one = node(space, "one");
        Deployed two = node(space, "two")) {
      Shipping first = one.get(Shipping.class);
      Shipping second = two.get(Shipping.class);
      await().atMost(PATIENCE).until(() -> leads(first) || leads(second));
      one.get(Shop.class).place(1);
      two.get(Shop.class).place(1);
      assertThat((leads(first) ? first : second).heard())
          .containsExactlyInAnyOrder("skipping 1", "everywhere 1", "later 1");
      assertThat((leads(first) ? second : first).heard()).containsExactly("everywhere 1");
    }
  }

  private static boolean leads(Shipping node) {
    return node.role() == NodeRole.PRIMARY;
  }

  private static Deployed node(String space, String name) {
    return Deployed.with(
        Map.of(
            "primacy.cluster", space,
            "primacy.group", "ledger",
            "primacy.engine", "memory",
            "primacy.node.name", name,
            "primacy.lease", "1s"),
        Shipping.class,
        Shop.class);
  }

  @Test
  void are_skipped_elsewhere_also_when_their_own_bean_fires() {
    Map<String, String> refusing = Map.of("primacy.enabled", "false", "primacy.group", "ledger");
    try (Deployed node = Deployed.with(refusing, Talking.class)) {
      node.get(Talking.class).place();
      assertThat(node.get(Talking.class).heard()).containsExactly("everywhere");
    }
  }

  @Test
  void that_reject_throw_at_whoever_fires() {
    try (Deployed node =
        Deployed.with(
            Map.of("primacy.enabled", "false", "primacy.group", "ledger"),
            Rejecting.class,
            Shop.class)) {
      Throwable thrown = Assertions.catchThrowable(() -> node.get(Shop.class).place(0));
      assertThat(thrown).isInstanceOf(NotPrimaryException.class);
    }
  }
}
