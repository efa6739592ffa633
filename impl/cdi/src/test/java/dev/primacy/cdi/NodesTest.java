package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.InGroup;
import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nodes of one cluster in this JVM, each an application in a container of its own. */
class NodesTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final String space = "t" + UUID.randomUUID().toString().substring(0, 8);

  @ApplicationScoped
  static class Ledger {
    @Inject Membership membership;
    @Inject Instance<FencingToken> tokens;
    final AtomicInteger skippable = new AtomicInteger();

    @PrimaryOnly
    long post() {
      return tokens.get().term();
    }

    @PrimaryOnly
    String slow(CountDownLatch entered, CountDownLatch go) throws InterruptedException {
      entered.countDown();
      return go.await(20, TimeUnit.SECONDS) ? "done" : "given up";
    }

    @PrimaryOnly(minRemaining = "1h")
    void longRunning() {}

    @PrimaryOnly(onSecondary = OnSecondary.SKIP)
    void nightly() {
      skippable.incrementAndGet();
    }

    @PrimaryOnly(onSecondary = OnSecondary.SKIP)
    Optional<String> latest() {
      return Optional.of("entry");
    }

    int skippable() {
      return skippable.get();
    }

    Membership membership() {
      return membership;
    }
  }

  @ApplicationScoped
  static class Witness {
    @Inject Ledger ledger;
    final List<NodeRoleChanged> seen = new CopyOnWriteArrayList<>();
    final List<String> guard = new CopyOnWriteArrayList<>();

    void changing(@Observes NodeRoleChanging event) {
      guard.add("changing to " + event.to() + " " + call());
    }

    void changed(@Observes NodeRoleChanged event) {
      guard.add("changed to " + event.current() + " " + call());
      seen.add(event);
    }

    private String call() {
      try {
        ledger.post();
        return "admitted";
      } catch (NotPrimaryException refused) {
        return "refused";
      }
    }

    List<NodeRoleChanged> seen() {
      return seen;
    }

    List<String> guard() {
      return guard;
    }
  }

  @ApplicationScoped
  static class TwoBooks {
    @Inject Membership normal;

    @Inject
    @InGroup("orders")
    Membership orders;

    @PrimaryOnly(group = "orders")
    String order() {
      return orders.group();
    }

    @PrimaryOnly
    String post() {
      return normal.group();
    }
  }

  @Test
  @DisplayName(
      "S1.3, S1.4, S2.19, S2.27, AT-1.8, AT-1.13, AT-2.9, DESIGN 4.1, 4.2, 5.2: the roles of one node, with the guard")
  void a_node_sees_its_roles_from_the_first_to_the_last_and_the_guard_agrees() {
    for (int start = 0; start < 2; start++) {
      try (Deployed node = node("n1", Ledger.class, Witness.class)) {
        awaitPrimary(node);
        Witness witness = node.get(Witness.class);
        await().atMost(LONG).until(() -> in(node, witness::seen).size() >= 2);
        node.deployment().runtime().close();
        check(in(node, witness::seen));
        assertThat(in(node, witness::guard))
            .containsExactly(
                "changed to SECONDARY refused",
                "changing to PRIMARY refused",
                "changed to PRIMARY admitted",
                "changing to SECONDARY refused",
                "changed to SECONDARY refused",
                "changed to NOT_IN_GROUP refused");
      }
    }
  }

  private static void check(List<NodeRoleChanged> seen) {
    assertThat(seen)
        .extracting(NodeRoleChanged::current)
        .containsExactly(
            NodeRole.SECONDARY, NodeRole.PRIMARY, NodeRole.SECONDARY, NodeRole.NOT_IN_GROUP);
    assertThat(seen.get(0).isInitial()).isTrue();
    assertThat(seen.get(0).standing()).isEqualTo(GroupStanding.JOINING);
    assertThat(seen.get(3).standing()).isEqualTo(GroupStanding.LEFT);
    assertThat(seen).extracting(NodeRoleChanged::seq).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  @DisplayName("S2.29: the primary lets in and the other refuses until it takes over")
  void the_primary_lets_in_and_the_other_refuses_until_it_takes_over() {
    try (Deployed first = node("n1", Ledger.class)) {
      awaitPrimary(first);
      try (Deployed second = node("n2", Ledger.class)) {
        await().atMost(LONG).until(() -> standing(second) == GroupStanding.MEMBER);
        Ledger one = first.get(Ledger.class);
        Ledger two = second.get(Ledger.class);
        long term = in(first, one::post);
        ContextLoader.run(
            second.loader(),
            () -> {
              assertThatThrownBy(two::post)
                  .isInstanceOf(NotPrimaryException.class)
                  .hasMessageContaining("Ledger.post");
              two.nightly();
              assertThat(two.latest()).isEmpty();
              assertThat(two.skippable()).isZero();
            });
        ContextLoader.run(
            first.loader(),
            () -> {
              one.nightly();
              assertThat(one.latest()).contains("entry");
              assertThat(one.skippable()).isEqualTo(1);
              assertThatThrownBy(one::longRunning).isInstanceOf(NotPrimaryException.class);
            });

        first.deployment().runtime().close();
        awaitPrimary(second);
        assertThat(in(second, two::post)).isGreaterThan(term);
        ContextLoader.run(
            first.loader(),
            () -> assertThatThrownBy(one::post).isInstanceOf(NotPrimaryException.class));
      }
    }
  }

  @Test
  void a_call_in_flight_at_a_graceful_stop_ends_as_if_nothing_happened() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (Deployed node = node("n1", Ledger.class)) {
      awaitPrimary(node);
      Ledger ledger = node.get(Ledger.class);
      CompletableFuture<String> call =
          own(
              () ->
                  in(
                      node,
                      () -> {
                        try {
                          return ledger.slow(entered, go);
                        } catch (InterruptedException e) {
                          throw new AssertionError(e);
                        }
                      }));
      assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<Void> stopping =
          own(
              () -> {
                node.deployment().runtime().close();
                return null;
              });
      await().atMost(LONG).until(() -> in(node, () -> !ledger.membership().isPrimary()));
      go.countDown();
      assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo("done");
      stopping.get(20, TimeUnit.SECONDS);
    }
  }

  /** In a thread of its own: the common pool may have only one, and both block. */
  private static <T> CompletableFuture<T> own(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
  }

  @Test
  void groups_are_told_apart() {
    Map<String, String> settings = settings("n1");
    settings.put("primacy.groups", "ledger,orders");
    try (Deployed node = Deployed.with(settings, TwoBooks.class)) {
      TwoBooks books = node.get(TwoBooks.class);
      await().atMost(LONG).until(() -> role(node, "ledger") == NodeRole.PRIMARY);
      await().atMost(LONG).until(() -> role(node, "orders") == NodeRole.PRIMARY);
      assertThat(in(node, books::order)).isEqualTo("orders");
      assertThat(in(node, books::post)).isEqualTo("ledger");
    }
  }

  @Test
  void twenty_redeployments_leave_no_thread() {
    for (int i = 0; i < 20; i++) {
      try (Deployed node = node("n" + i, Ledger.class)) {
        assertThat(in(node, () -> node.get(Ledger.class).membership().group())).isEqualTo("ledger");
      }
    }
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(Thread::isAlive)
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("primacy")));
  }

  private Deployed node(String name, Class<?>... beans) {
    return Deployed.with(settings(name), beans);
  }

  private Map<String, String> settings(String name) {
    Map<String, String> settings = new HashMap<>();
    settings.put("primacy.group", "ledger");
    settings.put("primacy.engine", "memory");
    settings.put("primacy.memory.name", space);
    settings.put("primacy.node.name", name);
    settings.put("primacy.lease", "2s");
    return settings;
  }

  private static void awaitPrimary(Deployed node) {
    await().atMost(LONG).until(() -> role(node, "ledger") == NodeRole.PRIMARY);
  }

  private static NodeRole role(Deployed node, String group) {
    return node.deployment().runtime().membership(group).role();
  }

  private static GroupStanding standing(Deployed node) {
    return node.deployment().runtime().membership("ledger").standing();
  }

  private static <T> T in(Deployed node, Supplier<T> work) {
    return ContextLoader.call(node.loader(), work);
  }
}
