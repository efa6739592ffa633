package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.NodeId;
import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import dev.primacy.event.EventStamp;
import dev.primacy.event.GroupEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.ObserverFailed;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each observer stands for itself, whichever type it observes. */
class ObserverIsolationTest {
  interface Audited {}

  @EventId(10_002)
  record Warmed(EventEnvelope envelope) implements ApplicationEvent, Audited {}

  /** No event of Primacy's. */
  record Order(String id) implements Audited {}

  /** All of them throw, whatever they hear, and none spares the next one. */
  @ApplicationScoped
  static class Wide {
    final List<String> heard = new CopyOnWriteArrayList<>();

    void object(@Observes @Any @Priority(1) Object event) {
      hear("object", event);
    }

    void record(@Observes @Priority(2) Record event) {
      hear("record", event);
    }

    <T extends Record> void variable(@Observes @Priority(3) T event) {
      hear("variable", event);
    }

    void audited(@Observes @Priority(4) Audited event) {
      hear("audited", event);
    }

    void any(@Observes @Priority(5) ClusterEvent event) {
      hear("any", event);
    }

    void group(@Observes @Priority(6) GroupEvent event) {
      hear("group", event);
    }

    void role(@Observes @Priority(7) NodeRoleChanged event) {
      hear("role", event);
    }

    void last(@Observes @Priority(8) Object event) {
      hear("last", event);
    }

    private void hear(String observer, Object event) {
      // the container's own events are objects, too
      if (event instanceof ClusterEvent || event instanceof Order) {
        heard.add(observer);
        throw new IllegalStateException(observer);
      }
    }

    List<String> heard() {
      return heard;
    }
  }

  @ApplicationScoped
  static class Ordering {
    @Inject Event<Order> orders;
    final List<String> caught = new CopyOnWriteArrayList<>();

    void order(@Observes NodeRoleChanged event) {
      try {
        orders.fire(new Order("1"));
      } catch (RuntimeException asUsual) {
        caught.add("caught");
      }
    }

    void refuse(@Observes Record event) {
      if (event instanceof Order) {
        throw new IllegalStateException("refused");
      }
    }

    List<String> caught() {
      return caught;
    }
  }

  @ApplicationScoped
  static class Later {
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<ObserverFailed> failures = new CopyOnWriteArrayList<>();

    void object(@ObservesAsync Object event) {
      hear("object", event);
    }

    void role(@ObservesAsync NodeRoleChanged event) {
      hear("role", event);
    }

    void failed(@Observes ObserverFailed event) {
      failures.add(event);
    }

    private void hear(String observer, Object event) {
      if (event instanceof NodeRoleChanged || event instanceof Order) {
        heard.add(observer);
        throw new IllegalStateException(observer);
      }
    }

    List<String> heard() {
      return heard;
    }

    List<ObserverFailed> failures() {
      return failures;
    }
  }

  @Test
  @DisplayName("DESIGN 5.3: observers of wider types stand for themselves, too")
  void observers_of_wider_types_are_isolated_like_any_other() {
    try (Deployed application = Deployed.of(Wide.class)) {
      Wide wide = quiet(application, Wide.class);
      wide.heard().clear();
      DeliveryReport report = application.deployment().bridge().deliver(Sample.up("ledger", 2));
      List<String> each = List.of("object", "record", "variable", "any", "group", "role", "last");
      assertThat(wide.heard()).as("each once, in order").containsExactlyElementsOf(each);
      assertThat(report.failures())
          .extracting(DeliveryReport.Failure::observer)
          .containsExactlyElementsOf(each.stream().map(name -> "Wide." + name).toList());
      wide.heard().clear();

      NodeId node = new NodeId("n1", UUID.randomUUID());
      report =
          application
              .deployment()
              .bridge()
              .deliver(
                  new Warmed(
                      EventEnvelope.draft()
                          .withStamp(new EventStamp("01", node, 1, Instant.EPOCH))));
      assertThat(wide.heard())
          .containsExactly("object", "record", "variable", "audited", "any", "last");
      assertThat(report.failures()).hasSize(6);
    }
  }

  @Test
  void other_events_reach_them_as_if_nobody_stood_between() {
    try (Deployed application = Deployed.of(Wide.class)) {
      Wide wide = quiet(application, Wide.class);
      wide.heard().clear();
      ContextLoader.run(
          application.loader(),
          () ->
              assertThatThrownBy(() -> application.events().fire(new Order("1")))
                  .hasMessageContaining("object"));
      assertThat(wide.heard()).as("the first one that throws ends it").containsExactly("object");
    }
  }

  @Test
  void what_an_observer_fires_itself_throws_as_usual() {
    try (Deployed application = Deployed.of(Ordering.class)) {
      Ordering ordering = quiet(application, Ordering.class);
      ordering.caught().clear();
      DeliveryReport report = application.deployment().bridge().deliver(Sample.up("ledger", 2));
      assertThat(ordering.caught()).containsExactly("caught");
      assertThat(report.failures()).isEmpty();
    }
  }

  @Test
  @DisplayName("DESIGN 5.3, 5.6: asynchronous observers that throw are reported like any other")
  void asynchronous_observers_that_throw_are_reported_to_observers_of_failures() {
    try (Deployed application = Deployed.of(Later.class)) {
      Later later = application.get(Later.class);
      await().until(() -> later.failures().size() == 2);
      assertThat(later.heard()).containsExactlyInAnyOrder("object", "role");
      assertThat(later.failures())
          .extracting(ObserverFailed::observer)
          .containsExactlyInAnyOrder("Later.object", "Later.role");
      assertThat(later.failures())
          .allSatisfy(
              failed -> {
                assertThat(failed.event()).isInstanceOf(NodeRoleChanged.class);
                assertThat(failed.failure()).hasMessageMatching("object|role");
              });
      assertThat(later.failures()).extracting(ObserverFailed::seq).containsExactly(1L, 2L);
    }
  }

  @Test
  void what_the_application_fires_asynchronously_fails_as_usual() {
    try (Deployed application = Deployed.of(Later.class)) {
      Later later = quiet(application, Later.class);
      assertThat(later.failures()).hasSize(2);
      ContextLoader.run(
          application.loader(),
          () -> {
            assertFails(application, new Order("1"));
            assertFails(application, Sample.up("ledger", 2));
          });
      assertThat(later.failures()).hasSize(2);
    }
  }

  private static void assertFails(Deployed application, Object event) {
    assertThatThrownBy(
            () ->
                application
                    .events()
                    .fireAsync(event)
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);
  }

  /** The node's own events have been heard, nothing else comes. */
  private static <T> T quiet(Deployed application, Class<T> bean) {
    T made = application.get(bean);
    if (made instanceof Later later) {
      await().until(() -> later.failures().size() == 2);
    }
    application.deployment().runtime().close();
    return made;
  }
}
