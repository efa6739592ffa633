package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.PrimaryOnly;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.PrimaryChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever ends an application, its role is handed over in the one order that is promised. */
class HandOverPathsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String NOBODY = "nobody";

  private final String space = "h" + UUID.randomUUID().toString().substring(0, 8);

  @ApplicationScoped
  static class Ledger {
    @PrimaryOnly
    String slow(CountDownLatch entered, CountDownLatch go) {
      entered.countDown();
      try {
        return go.await(20, TimeUnit.SECONDS) ? "done" : "given up";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "interrupted";
      }
    }
  }

  /** A neighbour that looks on. */
  @ApplicationScoped
  static class Watch {
    final List<String> primaries = new CopyOnWriteArrayList<>();
    final List<String> nodes = new CopyOnWriteArrayList<>();

    void primary(@Observes PrimaryChanged change) {
      primaries.add(change.current().map(ClusterNode::id).map(NodeId::toString).orElse(NOBODY));
    }

    void joined(@Observes NodeJoined node) {
      nodes.add("joined " + node.joined().id());
    }

    void left(@Observes NodeLeft node) {
      nodes.add(node.cause() + " " + node.left().id());
    }

    List<String> primaries() {
      return primaries;
    }

    List<String> nodes() {
      return nodes;
    }
  }

  // ---- undeploy

  @Test
  void an_application_that_is_undeployed_drains_releases_and_then_ends() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (Deployed second = Deployed.with(passive("watch"), Watch.class, Ledger.class)) {
      Deployed first = Deployed.with(settings("n1"), Ledger.class);
      CompletableFuture<Void> stopping;
      try {
        awaitPrimary(first);
        Ledger ledger = first.get(Ledger.class);
        CompletableFuture<String> call =
            own(() -> ContextLoader.call(first.loader(), () -> ledger.slow(entered, go)));
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
        PrimacyRuntime runtime = first.deployment().runtime();

        stopping = stopping(first);
        await().atMost(LONG).until(() -> !runtime.membership("ledger").isPrimary());
        assertThat(stopping).isNotDone();
        assertThat(primaries(second)).doesNotContain(NOBODY);
        go.countDown();
        assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo("done");
      } finally {
        go.countDown();
      }
      stopping.get(20, TimeUnit.SECONDS);
      await().atMost(LONG).until(() -> primaries(second).contains(NOBODY));
      await().atMost(LONG).until(() -> nodes(second).toString().contains("LEFT n1"));
    }
  }

  /** As a server does it, on a thread of its own. */
  private static CompletableFuture<Void> stopping(Deployed application) {
    return own(
        () -> {
          application.close();
          return null;
        });
  }

  private static <T> CompletableFuture<T> own(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
  }

  // ---- redeploy

  @Test
  void of_a_redeployed_application_the_release_is_seen_before_the_new_incarnation() {
    try (Deployed neighbour = Deployed.with(passive("watch"), Watch.class)) {
      String before = deployedOnce(neighbour);
      String after = deployedOnce(neighbour);
      assertThat(after).isNotEqualTo(before).startsWith("n1/");
      await()
          .atMost(LONG)
          .untilAsserted(
              () ->
                  assertThat(primaries(neighbour)).containsExactly(before, NOBODY, after, NOBODY));
      await()
          .atMost(LONG)
          .untilAsserted(
              () ->
                  assertThat(nodes(neighbour))
                      .filteredOn(line -> line.contains("n1/"))
                      .containsExactly(
                          "joined " + before,
                          "LEFT " + before,
                          "joined " + after,
                          "LEFT " + after));
    }
  }

  /** Deployed, primary, undeployed; which incarnation it was. */
  private String deployedOnce(Deployed neighbour) {
    int seen = primaries(neighbour).size();
    Deployed application = Deployed.with(settings("n1"), Ledger.class);
    ClassLoader loader = application.loader();
    String node;
    try (application) {
      awaitPrimary(application);
      node = application.deployment().runtime().membership("ledger").node().toString();
      assertThat(threadsOf(loader)).isNotEmpty();
    }
    await().atMost(LONG).untilAsserted(() -> assertThat(threadsOf(loader)).isEmpty());
    await().atMost(LONG).until(() -> primaries(neighbour).size() == seen + 2);
    // seen together with the next one, the two would be one batch, in which who joins comes first
    await().atMost(LONG).until(() -> nodes(neighbour).contains("LEFT " + node));
    return node;
  }

  private static List<String> threadsOf(ClassLoader loader) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .filter(thread -> thread.getContextClassLoader() == loader)
        .map(Thread::getName)
        .filter(name -> name.startsWith("primacy-"))
        .toList();
  }

  @Test
  void nothing_keeps_what_was_undeployed() {
    WeakReference<PrimacyRuntime> gone = new WeakReference<>(runtimeOfOne());
    await()
        .atMost(LONG)
        .until(
            () -> {
              System.gc();
              return gone.get() == null;
            });
  }

  private PrimacyRuntime runtimeOfOne() {
    try (Deployed application = Deployed.with(settings("n1"), Ledger.class)) {
      return application.deployment().runtime();
    }
  }

  // ---- the end of the process

  @Test
  void sigterm_hands_over_though_nobody_stops_the_container() throws Exception {
    try (LoneProcess process = LoneProcess.started(false, true, "wait")) {
      process.awaitLine("call entered");
      process.terminate();
      assertThat(process.ended()).isEqualTo(128 + 15);
      assertThat(process.lines()).containsExactly(handedOver());
    }
  }

  @Test
  void the_end_of_main_hands_over_once_also_if_the_container_stops_itself() throws Exception {
    try (LoneProcess process = LoneProcess.started(true, true, "return")) {
      assertThat(process.ended()).isZero();
      assertThat(process.lines()).containsExactly(handedOver());
    }
  }

  @Test
  void without_any_hook_the_process_just_ends() throws Exception {
    try (LoneProcess process = LoneProcess.started(false, false, "return")) {
      assertThat(process.ended()).isZero();
      assertThat(process.lines())
          .containsExactly("role SECONDARY STARTED", "role PRIMARY ACQUIRED", "call entered");
    }
  }

  private static String[] handedOver() {
    return new String[] {
      "role SECONDARY STARTED",
      "role PRIMARY ACQUIRED",
      "call entered",
      "about to be SECONDARY",
      "call ended",
      "role SECONDARY SHUTDOWN",
      "role NOT_IN_GROUP SHUTDOWN"
    };
  }

  // ---- for all

  private static List<String> primaries(Deployed node) {
    return ContextLoader.call(node.loader(), node.get(Watch.class)::primaries);
  }

  private static List<String> nodes(Deployed node) {
    return ContextLoader.call(node.loader(), node.get(Watch.class)::nodes);
  }

  private Map<String, String> passive(String name) {
    Map<String, String> settings = settings(name);
    settings.put("primacy.node.passive", "true");
    return settings;
  }

  private Map<String, String> settings(String name) {
    Map<String, String> settings = new HashMap<>();
    settings.put("primacy.group", "ledger");
    settings.put("primacy.engine", "memory");
    settings.put("primacy.memory.name", space);
    settings.put("primacy.node.name", name);
    settings.put("primacy.lease", "1s");
    return settings;
  }

  private static void awaitPrimary(Deployed node) {
    await()
        .atMost(LONG)
        .until(() -> node.deployment().runtime().membership("ledger").role() == NodeRole.PRIMARY);
  }
}
