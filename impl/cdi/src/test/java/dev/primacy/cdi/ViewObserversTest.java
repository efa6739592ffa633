package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.ClusterNode;
import dev.primacy.InGroup;
import dev.primacy.NodeId;
import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.ClusterMonitorError;
import dev.primacy.event.ErrorOf;
import dev.primacy.event.EventId;
import dev.primacy.event.GroupDropped;
import dev.primacy.event.MonitorStopped;
import dev.primacy.event.NodeAppeared;
import dev.primacy.event.NodeChanged;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeVanished;
import dev.primacy.event.NodesBatchDone;
import dev.primacy.event.ObserverFailed;
import dev.primacy.event.View;
import dev.primacy.event.ViewEvent;
import dev.primacy.watch.CallbackType;
import dev.primacy.watch.MonitorEnd;
import dev.primacy.watch.MonitorError;
import dev.primacy.watch.NodeBatch;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeView;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What observers hear of views, batch by batch as a follower is told. */
class ViewObserversTest {
  private static final NodeId SELF = new NodeId("n1", UUID.randomUUID());
  private static final ClusterNode EARLIER = node("1");
  private static final ClusterNode LATER = node("2");

  /** Without this node, which is the only one standalone. */
  @ApplicationScoped
  static class EuNodes implements NodeView {
    @Override
    public boolean filter(ClusterNode node) {
      return node.attributes().containsKey("version");
    }
  }

  @ApplicationScoped
  static class AllNodes implements NodeView {}

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

    void views(@Observes @Priority(2) ViewEvent event) {
      diary.write("view");
    }

    void appeared(@Observes @Priority(3) @View(EuNodes.class) NodeAppeared event) {
      diary.write("appeared in eu " + event.appeared().attributes());
    }

    void changed(@Observes @Priority(4) @View(EuNodes.class) NodeChanged event) {
      diary.write("changed in eu " + event.previous().attributes());
    }

    void vanished(@Observes @Priority(5) @View(EuNodes.class) NodeVanished event) {
      diary.write("vanished in eu " + event.vanished().attributes());
    }

    void done(@Observes @Priority(6) @View(EuNodes.class) NodesBatchDone event) {
      diary.write("done in eu " + event.nodes().size());
    }

    void whatever(@Observes @Priority(7) @View(AllNodes.class) ClusterEvent event) {
      diary.write("of all");
    }

    void number(@Observes @Priority(8) @EventId(1135) ClusterEvent event) {
      diary.write("1135");
    }

    void joined(@Observes @Priority(9) NodeJoined event) {
      diary.write("joined");
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

    void hear(@Observes @View(EuNodes.class) NodeAppeared event) {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      diary.write(request.id() + " " + loader.getClass().getSimpleName());
    }
  }

  @ApplicationScoped
  static class Failing {
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<ObserverFailed> failures = new CopyOnWriteArrayList<>();

    void first(@Observes @Priority(1) @View(EuNodes.class) NodeAppeared event) {
      throw new IllegalStateException("first");
    }

    void second(@Observes @Priority(2) @View(EuNodes.class) NodeAppeared event) {
      heard.add("second");
    }

    void failed(@Observes ObserverFailed event) {
      failures.add(event);
    }

    List<String> heard() {
      return heard;
    }

    List<ObserverFailed> failures() {
      return failures;
    }
  }

  @ApplicationScoped
  static class Late {
    final List<Long> heard = new CopyOnWriteArrayList<>();
    final CountDownLatch all = new CountDownLatch(20);

    void hear(@ObservesAsync @View(EuNodes.class) NodeAppeared event) {
      heard.add(event.seq());
      all.countDown();
    }

    List<Long> heard() throws InterruptedException {
      assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
      return heard;
    }
  }

  @Dependent
  static class Monitoring {
    @Inject Diary diary;

    void errors(@Observes @Priority(1) ClusterMonitorError event) {
      diary.write("error");
    }

    void ofJoined(@Observes @Priority(2) @ErrorOf(NodeJoined.class) ClusterMonitorError event) {
      diary.write("of joined: " + event.error().message());
    }

    void dropped(@Observes @Priority(4) @InGroup("ledger") GroupDropped event) {
      diary.write("ledger dropped");
    }
  }

  private record Batch(boolean isInitial, List<ClusterNode> nodes) implements NodeBatch {
    @Override
    public long number() {
      return 1;
    }

    @Override
    public int appeared() {
      return nodes.size();
    }

    @Override
    public int updated() {
      return 0;
    }

    @Override
    public int removed() {
      return 0;
    }
  }

  private static ClusterNode node(String version) {
    NodeId id = new NodeId("n2", new UUID(0, 2));
    return new ClusterNode(id, Optional.empty(), Set.of(), 0, false, Map.of("version", version));
  }

  private static NodeFollower feed(Deployed application, NodeView view) {
    return application.deployment().runtime().viewFeed(view.getClass(), view);
  }

  @Test
  @DisplayName("S4.2, S4.3: each view is heard by its qualifier and type, and by nobody else")
  void each_view_is_heard_by_its_qualifier_and_type() throws Exception {
    try (Deployed application =
        Deployed.of(Diary.class, Narrow.class, EuNodes.class, AllNodes.class)) {
      Diary diary = application.get(Diary.class);
      // nothing comes but from here
      application.deployment().runtime().close();
      NodeFollower eu = feed(application, new EuNodes());
      assertThat(hear(diary, () -> eu.appeared(EARLIER)))
          .containsExactly("any", "view", "appeared in eu {version=1}");
      assertThat(hear(diary, () -> eu.updated(EARLIER, LATER)))
          .containsExactly("any", "view", "changed in eu {version=1}", "1135");
      assertThat(hear(diary, () -> eu.removed(LATER)))
          .containsExactly("any", "view", "vanished in eu {version=2}");
      assertThat(hear(diary, () -> eu.batchDone(new Batch(true, List.of(LATER)))))
          .containsExactly("any", "view", "done in eu 1");
      NodeFollower all = feed(application, new AllNodes());
      assertThat(hear(diary, () -> all.appeared(EARLIER))).containsExactly("any", "view", "of all");
    }
  }

  /** A call of a follower. */
  private interface Call {
    void run() throws Exception;
  }

  private static List<String> hear(Diary diary, Call call) throws Exception {
    diary.lines().clear();
    call.run();
    return List.copyOf(diary.lines());
  }

  @Test
  @DisplayName("DESIGN 5.1: observers of a view have a request context and the class loader")
  void observers_of_a_view_have_a_request_context_and_the_class_loader() throws Exception {
    try (Deployed application =
        Deployed.of(Diary.class, Requesting.class, PerRequest.class, EuNodes.class)) {
      Diary diary = application.get(Diary.class);
      NodeFollower feed = feed(application, new EuNodes());
      List<Throwable> thrown = new CopyOnWriteArrayList<>();
      Thread bare =
          new Thread(
              () -> {
                try {
                  feed.appeared(EARLIER);
                  feed.appeared(LATER);
                } catch (Exception failure) {
                  thrown.add(failure);
                }
              });
      diary.lines().clear();
      bare.setContextClassLoader(null);
      bare.start();
      bare.join();
      assertThat(thrown).isEmpty();
      assertThat(diary.lines())
          .hasSize(2)
          .doesNotHaveDuplicates()
          .allMatch(line -> line.endsWith(" URLClassLoader"));
    }
  }

  @Test
  @DisplayName(
      "DESIGN 5.3: an observer of a view that throws is told, the others and the view go on")
  void an_observer_of_a_view_that_throws_does_not_fail_the_view() throws Exception {
    try (Deployed application = Deployed.of(Failing.class, EuNodes.class)) {
      Failing failing = application.get(Failing.class);
      NodeFollower feed = feed(application, new EuNodes());
      failing.heard().clear();
      feed.appeared(EARLIER);
      feed.appeared(LATER);
      assertThat(failing.heard()).containsExactly("second", "second");
      await().until(() -> failing.failures().size() >= 2);
      assertThat(failing.failures())
          .extracting(ObserverFailed::observer)
          .containsOnly("Failing.first");
    }
  }

  @Test
  @DisplayName("DESIGN 5.6: asynchronous observers hear a view in its order")
  void asynchronous_observers_hear_a_view_in_its_order() throws Exception {
    try (Deployed application = Deployed.of(Late.class, EuNodes.class)) {
      NodeFollower feed = feed(application, new EuNodes());
      for (int i = 0; i < 20; i++) {
        feed.appeared(EARLIER);
      }
      assertThat(application.get(Late.class).heard()).isSorted().hasSize(20);
    }
  }

  @Test
  @DisplayName("S5.7: the errors of one kind are heard by their qualifier")
  void the_errors_of_one_kind_are_heard_by_their_qualifier() throws Exception {
    try (Deployed application = Deployed.of(Diary.class, Monitoring.class)) {
      Diary diary = application.get(Diary.class);
      EventBridge bridge = application.deployment().bridge();
      MonitorError error =
          new MonitorError(
              CallbackType.JOINED_DECODED, "not decoded", Optional.empty(), Optional.empty());
      ClusterMonitorError event =
          new ClusterMonitorError(SELF, 1, NodeJoined.class, error, Instant.EPOCH);
      ClusterMonitorError other =
          new ClusterMonitorError(SELF, 2, NodeLeft.class, error, Instant.EPOCH);
      assertThat(hear(diary, () -> clean(bridge.deliver(event))))
          .containsExactly("error", "of joined: not decoded");
      assertThat(hear(diary, () -> clean(bridge.deliver(other)))).containsExactly("error");
      assertThat(hear(diary, () -> clean(bridge.deliver(dropped("ledger")))))
          .containsExactly("ledger dropped");
      assertThat(hear(diary, () -> clean(bridge.deliver(dropped("orders"))))).isEmpty();
    }
  }

  private static void clean(DeliveryReport report) {
    assertThat(report.failures()).isEmpty();
  }

  private static GroupDropped dropped(String group) {
    return new GroupDropped(group, SELF, 1, Instant.EPOCH);
  }

  @Test
  void what_is_kept_of_views_and_groups_is_bounded() {
    List<EventTopic> topics = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      topics.add(
          EventTopic.of(new NodeAppeared(SELF, i, EuNodes.class, node("" + i), Instant.MAX)));
    }
    assertThat(Set.copyOf(topics)).hasSize(1);
    assertThat(topics.get(0).lane()).isNotEqualTo("(nodes)");
    assertThat(EventTopic.groupThatEnds(dropped("ledger"))).contains("ledger");
    MonitorStopped stopped = new MonitorStopped(SELF, 1, MonitorEnd.STOPPED, "", Instant.EPOCH);
    assertThat(EventTopic.of(stopped).lane())
        .as("told after the last event of nodes")
        .isEqualTo(EventTopic.of(Sample.joined()).lane());
  }

  @Test
  void a_view_bean_is_asked_with_the_class_loader_of_the_application() {
    try (Deployed application =
        Deployed.of(Diary.class, Narrow.class, Asked.class, AllNodes.class, EuNodes.class)) {
      assertThatThrownBy(() -> ask(application).filter(EARLIER))
          .hasMessageContaining(application.loader().getClass().getSimpleName());
    }
  }

  /** Answers with what it sees. */
  @ApplicationScoped
  static class Asked implements NodeView {
    @Override
    public boolean filter(ClusterNode node) throws Exception {
      throw new Exception(
          Thread.currentThread().getContextClassLoader().getClass().getSimpleName());
    }
  }

  private static ViewBean ask(Deployed application) {
    return new ViewBean(
        application.beans(),
        application.beans().getBeans(Asked.class).iterator().next(),
        Asked.class,
        application.loader());
  }
}
