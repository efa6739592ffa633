package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.InGroup;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.Became;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import dev.primacy.event.EventStamp;
import dev.primacy.event.GroupEvent;
import dev.primacy.event.Lost;
import dev.primacy.event.NodeEvent;
import dev.primacy.event.NodeRoleChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What observers hear of the events that the core delivers. */
class EventBridgeTest {
  @EventId(10_001)
  record CacheWarmed(EventEnvelope envelope) implements ApplicationEvent {}

  @ApplicationScoped
  static class Diary {
    final List<String> lines = new CopyOnWriteArrayList<>();

    void write(String line) {
      lines.add(line);
    }

    List<String> lines() {
      return lines;
    }
  }

  @Dependent
  static class Narrow {
    @Inject Diary diary;

    void all(@Observes @Priority(1) ClusterEvent event) {
      diary.write("any");
    }

    void group(@Observes @Priority(2) GroupEvent event) {
      diary.write("group");
    }

    void role(@Observes @Priority(3) NodeRoleChanged event) {
      diary.write("role");
    }

    void up(@Observes @Priority(4) @Became(NodeRole.PRIMARY) NodeRoleChanged event) {
      diary.write("became primary");
    }

    void down(@Observes @Priority(5) @Lost(NodeRole.PRIMARY) NodeRoleChanged event) {
      diary.write("lost primary");
    }

    void ledger(@Observes @Priority(6) @InGroup("ledger") NodeRoleChanged event) {
      diary.write("in ledger");
    }

    void number(@Observes @Priority(7) @EventId(1112) ClusterEvent event, EventMetadata metadata) {
      diary.write("1112 " + metadata.getQualifiers().size());
    }

    void nodes(@Observes @Priority(8) NodeEvent event) {
      diary.write("node");
    }

    void own(@Observes @Priority(9) @EventId(10_001) CacheWarmed event) {
      diary.write("own");
    }
  }

  @Dependent
  static class Throwing {
    @Inject Diary diary;

    void first(@Observes @Priority(1) NodeRoleChanged event) {
      diary.write("first");
      throw new IllegalStateException("first");
    }

    void checked(@Observes @Priority(2) NodeRoleChanged event) throws IOException {
      diary.write("checked");
      throw new IOException("checked");
    }

    void linkage(@Observes @Priority(3) NodeRoleChanged event) {
      diary.write("linkage");
      throw new NoClassDefFoundError("gone");
    }

    void last(@Observes @Priority(4) NodeRoleChanged event) {
      diary.write("last");
    }
  }

  @RequestScoped
  static class PerRequest {
    private final UUID id = UUID.randomUUID();

    String id() {
      return id.toString();
    }
  }

  @Dependent
  static class Requesting {
    @Inject Diary diary;
    @Inject PerRequest request;

    void one(@Observes @Priority(1) NodeRoleChanged event) {
      diary.write(request.id());
    }

    void two(@Observes @Priority(2) NodeRoleChanged event) {
      diary.write(request.id());
    }
  }

  @ApplicationScoped
  static class RequestCount {
    private final AtomicInteger begun = new AtomicInteger();

    void count(@Observes @Initialized(RequestScoped.class) Object request) {
      begun.incrementAndGet();
    }

    int begun() {
      return begun.get();
    }
  }

  @Dependent
  static class Surroundings {
    static volatile ClassLoader seen;

    void look(@Observes NodeRoleChanged event) {
      seen = Thread.currentThread().getContextClassLoader();
    }
  }

  @ApplicationScoped
  static class Slow {
    final List<Long> heard = new CopyOnWriteArrayList<>();
    final CountDownLatch done = new CountDownLatch(20);
    final CompletableFuture<Void> start = new CompletableFuture<>();
    @Inject PerRequest request;

    void hear(@ObservesAsync @InGroup("ledger") NodeRoleChanged event) {
      start.join();
      assertThat(request.id()).isNotEmpty();
      heard.add(event.seq());
      done.countDown();
      if (event.seq() % 3 == 0) {
        throw new IllegalStateException("third");
      }
    }

    void begin() {
      start.complete(null);
    }

    List<Long> heard() throws InterruptedException {
      assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
      return heard;
    }
  }

  @ApplicationScoped
  static class BothKinds {
    private final CountDownLatch late = new CountDownLatch(1);
    private final List<String> lines = new CopyOnWriteArrayList<>();

    void first(@Observes @Priority(1) @InGroup("rounds") NodeRoleChanged event) throws Exception {
      boolean early = late.await(200, TimeUnit.MILLISECONDS);
      lines.add(early ? "asynchronous observers were called before" : "first");
    }

    void last(@Observes @Priority(2) @InGroup("rounds") NodeRoleChanged event) {
      lines.add("last");
    }

    void afterwards(@ObservesAsync @InGroup("rounds") NodeRoleChanged event) {
      lines.add("asynchronous");
      late.countDown();
    }

    List<String> lines() throws InterruptedException {
      assertThat(late.await(20, TimeUnit.SECONDS)).isTrue();
      return lines;
    }
  }

  @Test
  @DisplayName(
      "S1.6, S2.19, S2.20, S2.22: a role change is heard by type and by each of its qualifiers")
  void a_role_change_is_heard_by_type_and_by_each_of_its_qualifiers() {
    try (Deployed application = Deployed.of(Diary.class, Narrow.class)) {
      Diary diary = onlyFromHere(application);
      assertThat(application.deployment().bridge().deliver(Sample.up("ledger", 2)).failures())
          .isEmpty();
      assertThat(diary.lines())
          .containsExactly("any", "group", "role", "became primary", "in ledger", "1112 5");
      diary.lines().clear();

      application.deployment().bridge().deliver(Sample.down("orders", 3));
      assertThat(diary.lines()).containsExactly("any", "group", "role", "lost primary", "1112 5");
      diary.lines().clear();

      application.deployment().bridge().deliver(Sample.started("orders"));
      assertThat(diary.lines()).containsExactly("any", "group", "role", "1112 4");
    }
  }

  @Test
  @DisplayName("S2.22: node events and the applications own are heard too")
  void node_events_and_the_applications_own_are_heard_too() {
    try (Deployed application = Deployed.of(Diary.class, Narrow.class)) {
      Diary diary = onlyFromHere(application);
      application.deployment().bridge().deliver(Sample.joined());
      assertThat(diary.lines()).containsExactly("any", "node");
      diary.lines().clear();

      NodeId node = new NodeId("n1", UUID.randomUUID());
      application
          .deployment()
          .bridge()
          .deliver(
              new CacheWarmed(
                  EventEnvelope.draft().withStamp(new EventStamp("01", node, 1, Instant.EPOCH))));
      assertThat(diary.lines()).containsExactly("any", "own");
    }
  }

  @Test
  @DisplayName("S1.21, DESIGN 5.3: an observer that throws is named, and each other one hears once")
  void an_observer_that_throws_is_reported_and_the_others_hear_once_each() {
    try (Deployed application = Deployed.of(Diary.class, Throwing.class)) {
      Diary diary = onlyFromHere(application);
      DeliveryReport report = application.deployment().bridge().deliver(Sample.up("ledger", 2));
      assertThat(diary.lines()).containsExactly("first", "checked", "linkage", "last");
      assertThat(report.failures())
          .extracting(DeliveryReport.Failure::observer)
          .containsExactly("Throwing.first", "Throwing.checked", "Throwing.linkage");
      assertThat(report.failures())
          .extracting(failure -> failure.failure().getMessage())
          .containsExactly("first", "checked", "gone");
    }
  }

  @Test
  void an_event_the_application_fires_itself_throws_as_usual() {
    try (Deployed application = Deployed.of(Diary.class, Throwing.class)) {
      onlyFromHere(application);
      ContextLoader.run(
          application.loader(),
          () ->
              assertThatThrownBy(() -> application.events().fire(Sample.up("ledger", 2)))
                  // containers differ in how they wrap it
                  .hasMessageContaining("first"));
    }
  }

  @Test
  @DisplayName("DESIGN 5.1: each delivery has a request context")
  void each_delivery_has_a_request_context_of_its_own() throws Exception {
    try (Deployed application = Deployed.of(Diary.class, Requesting.class, PerRequest.class)) {
      Diary diary = onlyFromHere(application);
      // not on this thread: OpenWebBeans SE gives the booting one a request context of its own
      Thread delivering =
          new Thread(
              () -> {
                application.deployment().bridge().deliver(Sample.up("ledger", 2));
                application.deployment().bridge().deliver(Sample.down("ledger", 3));
              });
      delivering.start();
      delivering.join();
      assertThat(diary.lines()).hasSize(4);
      assertThat(diary.lines().get(0)).isEqualTo(diary.lines().get(1));
      assertThat(diary.lines().get(2)).isEqualTo(diary.lines().get(3));
      assertThat(diary.lines().get(0)).isNotEqualTo(diary.lines().get(2));
    }
  }

  @Test
  @DisplayName("DESIGN 5.8: nothing begins for an event that nobody observes")
  void nothing_begins_for_an_event_that_nobody_observes() throws Exception {
    try (Deployed application =
        Deployed.of(Diary.class, Requesting.class, PerRequest.class, RequestCount.class)) {
      onlyFromHere(application);
      RequestCount requests = application.get(RequestCount.class);
      int before = requests.begun();
      Thread delivering =
          new Thread(
              () -> {
                application.deployment().bridge().deliver(Sample.joined());
                application.deployment().bridge().deliver(Sample.up("ledger", 2));
              });
      delivering.start();
      delivering.join();
      assertThat(requests.begun() - before).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("DESIGN 5.1: observers run with the class loader of the application")
  void observers_run_with_the_applications_class_loader() throws Exception {
    try (Deployed application = Deployed.of(Diary.class, Surroundings.class)) {
      onlyFromHere(application);
      Thread bare =
          new Thread(() -> application.deployment().bridge().deliver(Sample.up("ledger", 2)));
      bare.setContextClassLoader(null);
      bare.start();
      bare.join();
      assertThat(Surroundings.seen).isSameAs(application.loader());
    }
  }

  @Test
  @DisplayName("DESIGN 5.6: asynchronous observers hear everything, in order")
  void asynchronous_observers_hear_everything_in_order_and_may_throw() throws Exception {
    try (Deployed application = Deployed.of(Diary.class, Slow.class, PerRequest.class);
        LogLines log = new LogLines()) {
      onlyFromHere(application);
      for (long seq = 1; seq <= 20; seq++) {
        application.deployment().bridge().deliver(Sample.up("ledger", seq));
      }
      Slow slow = application.get(Slow.class);
      ContextLoader.run(application.loader(), slow::begin);
      List<Long> heard = slow.heard();
      assertThat(heard).isSorted().hasSize(20);
      assertThat(log.text()).contains("PRIMACY-2106: observer Slow.hear of NodeRoleChanged");
    }
  }

  @Test
  @DisplayName("S1.21, DESIGN 5.6: asynchronous observers are called after the synchronous ones")
  void asynchronous_observers_are_called_after_the_synchronous_ones() throws Exception {
    try (Deployed application = Deployed.of(Diary.class, BothKinds.class)) {
      onlyFromHere(application);
      application.deployment().bridge().deliver(Sample.up("rounds", 1));
      assertThat(application.get(BothKinds.class).lines())
          .containsExactly("first", "last", "asynchronous");
    }
  }

  /** The core's own first event has been heard, nothing else comes. */
  private static Diary onlyFromHere(Deployed application) {
    ContextLoader.run(application.loader(), () -> application.get(Diary.class).lines().clear());
    application.deployment().runtime().close();
    Diary diary = application.get(Diary.class);
    diary.lines().clear();
    return diary;
  }
}
