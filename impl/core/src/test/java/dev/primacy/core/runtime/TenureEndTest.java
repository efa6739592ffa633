package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.NodeRole;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.spi.Engine;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When a sink hears that what exists on the primary alone has to go. */
class TenureEndTest {
  private final String cluster = "te-" + UUID.randomUUID();
  private final List<String> steps = new CopyOnWriteArrayList<>();
  private final BackDoor door = new BackDoor(cluster);
  private volatile boolean refuses;
  private volatile CountDownLatch slow = new CountDownLatch(0);
  private PrimacyRuntime runtime;

  /** A sink on which something depends on the role. */
  private final class Tenant implements EventSink {
    @Override
    public DeliveryReport deliver(ClusterEvent event) {
      if (event instanceof NodeRoleChanging changing) {
        steps.add("changing " + changing.to());
        if (refuses && changing.to() == NodeRole.PRIMARY) {
          return new DeliveryReport(
              List.of(new DeliveryReport.Failure("Port", new IllegalStateException("taken"))));
        }
      } else if (event instanceof NodeRoleChanged changed) {
        steps.add("changed " + changed.current());
      }
      return DeliveryReport.CLEAN;
    }

    @Override
    public boolean isTenant(String group) {
      return group.equals(GROUP);
    }

    @Override
    public void tenureEnds(String group) {
      awaitLatch(slow);
      steps.add("ends, " + holder());
    }
  }

  private String holder() {
    try {
      byte[] record = door.read(new RecordKey(RecordKind.GROUP, GROUP)).orElseThrow().value();
      boolean held = RecordCodec.decodeGroup(record).holder().isPresent();
      return held ? "held" : "free";
    } catch (Exception unreadable) {
      return unreadable.toString();
    }
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void start(Engine engine) {
    runtime =
        PrimacyRuntimes.create(
            RuntimeSetup.of("n1")
                .withSource(
                    new MapSettings(
                        Map.of(
                            "primacy.cluster", cluster,
                            "primacy.group", GROUP,
                            "primacy.node.name", "n1",
                            "primacy.observers.timeout", "1s",
                            "primacy.lease", "1s")))
                .withEngines(List.of(engine))
                .withSink(new Tenant()));
    runtime.start();
  }

  @AfterEach
  void close() {
    slow.countDown();
    runtime.close();
    door.close();
  }

  private void awaitPrimary() {
    await().atMost(Duration.ofSeconds(20)).until(() -> steps.contains("changed PRIMARY"));
  }

  @Test
  @DisplayName("S2.37: by choice it goes after the calls have drained and before the release")
  void by_choice_it_goes_after_the_drain_and_before_the_release() {
    start(new MemoryEngine());
    awaitPrimary();
    Admission call = runtime.gate(GROUP).tryEnter(0);
    var stepped = runtime.membership(GROUP).stepDown();
    await().until(() -> steps.contains("changing SECONDARY"));
    steps.add("call ends");
    runtime.gate(GROUP).leave(call);
    stepped.toCompletableFuture().join();
    await().until(() -> steps.contains("changed SECONDARY"));
    assertThat(steps)
        .startsWith(
            "changed SECONDARY",
            "changing PRIMARY",
            "changed PRIMARY",
            "changing SECONDARY",
            "call ends",
            "ends, held");
  }

  @Test
  @DisplayName("S2.37: lost, it goes without waiting for anything")
  void lost_it_goes_at_once() {
    DyingEngine engine = new DyingEngine();
    start(engine);
    awaitPrimary();
    engine.die();
    await().atMost(Duration.ofSeconds(20)).until(() -> steps.size() >= 5);
    assertThat(steps.subList(3, 5)).containsExactly("ends, held", "changed SECONDARY");
  }

  @Test
  @DisplayName("S2.37: a promotion that is handed back ends what it began")
  void a_promotion_that_is_handed_back_ends_what_it_began() {
    refuses = true;
    start(new MemoryEngine());
    await().atMost(Duration.ofSeconds(20)).until(() -> steps.contains("ends, held"));
    assertThat(steps).startsWith("changed SECONDARY", "changing PRIMARY", "ends, held");
  }

  @Test
  void what_does_not_end_in_time_does_not_hold_the_release_up_for_ever() {
    start(new MemoryEngine());
    awaitPrimary();
    slow = new CountDownLatch(1);
    runtime
        .membership(GROUP)
        .stepDown()
        .toCompletableFuture()
        .orTimeout(15, TimeUnit.SECONDS)
        .join();
    assertThat(steps).doesNotContain("ends, held");
    slow.countDown();
  }
}
