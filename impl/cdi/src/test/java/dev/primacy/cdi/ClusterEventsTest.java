package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.ClusterWide;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import dev.primacy.event.FromCluster;
import dev.primacy.event.GroupLifecycle;
import dev.primacy.event.LifecycleEvent;
import dev.primacy.event.LifecycleState;
import dev.primacy.event.NodeLifecycleChanged;
import dev.primacy.event.Origin;
import dev.primacy.event.OriginType;
import dev.primacy.event.Queue;
import dev.primacy.event.SubType;
import dev.primacy.event.TopicPattern;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events of the application's own, fired on one node and observed on all, or on one. */
@Timeout(120)
class ClusterEventsTest {

  /** A supertype of one's own. */
  interface Trade extends ApplicationEvent {
    int amount();
  }

  @EventId(10_001)
  record Sold(EventEnvelope envelope, int amount) implements Trade {}

  @EventId(10_002)
  record Bought(EventEnvelope envelope, int amount) implements Trade {}

  @ApplicationScoped
  static class Notes {
    final List<String> lines = new CopyOnWriteArrayList<>();

    void write(String who, ApplicationEvent event) {
      lines.add(who + " " + event.getClass().getSimpleName() + " " + event.envelope().name());
    }

    List<String> of(String who) {
      return lines.stream()
          .filter(line -> line.startsWith(who + " "))
          .map(line -> line.substring(who.length() + 1))
          .toList();
    }
  }

  @ApplicationScoped
  static class Shop {
    @Inject @ClusterWide Event<Sold> sold;
    @Inject @ClusterWide Event<Bought> bought;

    @Inject
    @ClusterWide
    @Origin("counter.2")
    Event<Sold> atCounter;

    void sell(EventEnvelope envelope) {
      sold.fire(new Sold(envelope, 1));
    }

    void sell(String origin, String name) {
      sell(EventEnvelope.of(origin).withName(name));
    }

    void buy(String origin, String name) {
      bought.fire(new Bought(EventEnvelope.of(origin).withName(name), 1));
    }

    void sellAtCounter(String name) {
      atCounter.fire(new Sold(EventEnvelope.draft().withName(name), 1));
    }

    void sellLater(String name) throws Exception {
      sold.fireAsync(new Sold(EventEnvelope.of("later").withName(name), 1))
          .toCompletableFuture()
          .get(20, TimeUnit.SECONDS);
    }
  }

  @ApplicationScoped
  static class Listeners {
    @Inject Notes notes;

    void sold(@Observes @FromCluster Sold event) {
      notes.write("sold", event);
    }

    void trade(@Observes @FromCluster Trade event) {
      notes.write("trade", event);
    }

    void numbered(@Observes @FromCluster @EventId(10_001) Trade event) {
      notes.write("numbered", event);
    }

    void unqualified(@Observes Sold event) {
      notes.write("unqualified", event);
    }

    void everything(@Observes @FromCluster ClusterEvent event) {
      if (event instanceof ApplicationEvent own) {
        notes.write("everything", own);
      }
    }

    void exact(@Observes @FromCluster @Origin("chan1.7") Sold event) {
      notes.write("exact", event);
    }

    void oneWord(@Observes @FromCluster @Origin("chan1.*") Sold event) {
      notes.write("oneWord", event);
    }

    void anyWords(@Observes @FromCluster @Origin("chan1.#") Sold event) {
      notes.write("anyWords", event);
    }

    void elsewhere(@Observes @FromCluster @Origin("chan2.#") Sold event) {
      notes.write("elsewhere", event);
    }

    void topic(@Observes @FromCluster @TopicPattern("10001.chan1.#") ApplicationEvent event) {
      notes.write("topic", event);
    }

    void subType(@Observes @FromCluster @SubType("st1.*") @OriginType("*.till") Sold event) {
      notes.write("subType", event);
    }

    void specific(@Observes @FromCluster @Origin("specific") Trade event) {
      notes.write("specific", event);
    }

    void later(@ObservesAsync @FromCluster @Origin("chan1.#") Sold event) {
      notes.write("async", event);
    }

    void counter(@Observes @FromCluster @Origin("counter.2") Sold event) {
      notes.write("counter", event);
    }
  }

  @ApplicationScoped
  static class Auditor {
    @Inject Notes notes;

    void audit(@Observes @FromCluster @Queue("audit") Sold event) {
      notes.write("audit", event);
    }

    void count(@Observes @FromCluster Sold event) {
      notes.write("count", event);
    }
  }

  private final String cluster = "t" + UUID.randomUUID().toString().substring(0, 8);
  private final List<Deployed> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(Deployed::close);
  }

  private Map<String, String> settings(String name) {
    return Map.of(
        "primacy.cluster",
        cluster,
        "primacy.group",
        "ledger",
        "primacy.node.name",
        name,
        "primacy.lease",
        "1s");
  }

  private Deployed node(String name, Class<?>... beans) {
    Deployed node = Deployed.with(settings(name), beans);
    nodes.add(node);
    return node;
  }

  private static List<String> heard(Deployed node, String who) {
    return node.get(Notes.class).of(who);
  }

  // ---- to all

  @Test
  @DisplayName("S3.15, S3.9 what one node fires is observed on every node, once, in order")
  void s3_15_every_node_observes() {
    Deployed a = node("a", Shop.class, Notes.class, Listeners.class);
    Deployed b = node("b", Shop.class, Notes.class, Listeners.class);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      a.get(Shop.class).sell("shop", "" + i);
      all.add("Sold " + i);
    }
    for (Deployed node : List.of(a, b)) {
      await().until(() -> heard(node, "sold").size() >= 50);
      assertThat(heard(node, "sold")).isEqualTo(all);
      assertThat(heard(node, "unqualified")).isEqualTo(all);
    }
  }

  @Test
  @DisplayName("AT-3.6, S3.13 an origin, and patterns of it, are heard; another is not")
  void at_3_6_origins_with_wildcards() {
    Deployed a = node("a", Shop.class, Notes.class);
    Deployed b = node("b", Shop.class, Notes.class, Listeners.class);
    a.get(Shop.class).sell("chan1.7", "TestEvent");
    a.get(Shop.class).sell("end", "end");
    await().until(() -> heard(b, "sold").size() == 2);
    for (String who : List.of("exact", "oneWord", "anyWords", "topic")) {
      assertThat(heard(b, who)).as(who).containsExactly("Sold TestEvent");
    }
    assertThat(heard(b, "elsewhere")).isEmpty();
    await().until(() -> heard(b, "async").size() == 1);
  }

  @Test
  @DisplayName("AT-3.9, S3.12 without a filter all in order, with one only that origin")
  void at_3_9_origins() {
    Deployed a = node("a", Shop.class, Notes.class, Listeners.class);
    Shop shop = a.get(Shop.class);
    shop.sell("one", "1");
    shop.sell("two", "2");
    shop.buy("specific", "3");
    shop.buy("four", "4");
    await().until(() -> heard(a, "trade").size() == 4);
    assertThat(heard(a, "trade")).containsExactly("Sold 1", "Sold 2", "Bought 3", "Bought 4");
    assertThat(heard(a, "specific")).containsExactly("Bought 3");
    assertThat(heard(a, "everything")).hasSize(4);
  }

  @Test
  @DisplayName("S3.14, S3.23 by type with the derived ones, by number exactly that one")
  void s3_14_types_and_numbers() {
    Deployed a = node("a", Shop.class, Notes.class, Listeners.class);
    a.get(Shop.class).sell("x", "1");
    a.get(Shop.class).buy("x", "2");
    await().until(() -> heard(a, "trade").size() == 2);
    assertThat(heard(a, "numbered")).containsExactly("Sold 1");
  }

  @Test
  @DisplayName("S3.24 sub type and type of origin narrow, each by a pattern")
  void s3_24_sub_types() {
    Deployed a = node("a", Shop.class, Notes.class, Listeners.class);
    EventEnvelope any = EventEnvelope.of("x");
    Shop shop = a.get(Shop.class);
    shop.sell(any.withSubType("st1.b").withOriginType("old.till").withName("both"));
    shop.sell(any.withSubType("st2.b").withOriginType("old.till").withName("one"));
    shop.sell(any.withSubType("st1.b").withName("other"));
    shop.sell(any.withName("none"));
    await().until(() -> heard(a, "sold").size() == 4);
    assertThat(heard(a, "subType")).containsExactly("Sold both");
  }

  @Test
  @DisplayName("S3.7 the place that fires may say the origin")
  void s3_7_an_origin_of_the_injection_point() {
    Deployed a = node("a", Shop.class, Notes.class, Listeners.class);
    a.get(Shop.class).sellAtCounter("1");
    await().until(() -> heard(a, "counter").size() == 1);
  }

  @Test
  void fired_asynchronously_it_is_published_as_well() throws Exception {
    Deployed a = node("a", Shop.class, Notes.class, Listeners.class);
    a.get(Shop.class).sellLater("1");
    await().until(() -> heard(a, "sold").size() == 1);
    assertThat(heard(a, "unqualified")).containsExactly("Sold 1");
  }

  @Test
  @DisplayName("AT-3.5 who fires without an origin gets the refusal, and nobody hears")
  void at_3_5_refusals_reach_who_fires() {
    Deployed a = node("a", Shop.class, Notes.class, Listeners.class);
    Shop shop = a.get(Shop.class);
    assertThatThrownBy(() -> shop.sell(EventEnvelope.draft()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PRIMACY-2083");
    shop.sell("x", "1");
    await().until(() -> heard(a, "sold").size() == 1);
    assertThat(heard(a, "unqualified")).containsExactly("Sold 1");
  }

  @Test
  void standalone_the_application_hears_itself() {
    Deployed alone = Deployed.of(Shop.class, Notes.class, Listeners.class, Auditor.class);
    nodes.add(alone);
    alone.get(Shop.class).sell("x", "1");
    await().until(() -> heard(alone, "sold").size() == 1 && heard(alone, "audit").size() == 1);
  }

  // ---- to one

  @Test
  @DisplayName(
      "AT-3.8 ten events are handled ten times by two nodes of a queue, and heard twenty times")
  void at_3_8_a_queue_of_two_nodes() {
    Deployed a = node("a", Shop.class, Notes.class, Auditor.class);
    Deployed b = node("b", Shop.class, Notes.class, Auditor.class);
    for (int i = 0; i < 10; i++) {
      a.get(Shop.class).sell("x", "" + i);
    }
    await().until(() -> heard(a, "count").size() + heard(b, "count").size() == 20);
    await().until(() -> heard(a, "audit").size() + heard(b, "audit").size() >= 10);
    List<String> handled = new ArrayList<>(heard(a, "audit"));
    handled.addAll(heard(b, "audit"));
    assertThat(handled)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 10).mapToObj(i -> "Sold " + i).toList());
    assertThat(heard(a, "audit")).isNotEmpty();
    assertThat(heard(b, "audit")).isNotEmpty();
  }

  // ---- events of Primacy's own

  @ApplicationScoped
  static class Lives {
    final List<String> told = new CopyOnWriteArrayList<>();

    void any(@Observes LifecycleEvent event) {
      told.add("any " + event.getClass().getSimpleName());
    }

    void exact(@Observes @EventId(1001) LifecycleEvent event) {
      told.add("1001 " + event.getClass().getSimpleName());
    }

    void from(@Observes @Origin("mars.#") LifecycleEvent event) {
      told.add("mars " + event.envelope().origin());
    }

    List<String> told() {
      return told;
    }
  }

  @Test
  @DisplayName("S3.14 what a node tells itself is narrowed alike")
  void s3_14_own_events_are_narrowed_alike() {
    Deployed a = node("a", Lives.class);
    tell(a, new GroupLifecycle(EventEnvelope.of("mars.base"), LifecycleState.ACTIVE));
    tell(a, new NodeLifecycleChanged(EventEnvelope.of("moon"), LifecycleState.NEW));
    List<String> told = a.get(Lives.class).told();
    await()
        .untilAsserted(
            () ->
                assertThat(told)
                    .contains(
                        "any GroupLifecycle",
                        "any NodeLifecycleChanged",
                        "1001 GroupLifecycle",
                        "mars mars.base"));
    assertThat(told).doesNotContain("1001 NodeLifecycleChanged", "mars moon");
  }

  private static void tell(Deployed node, LifecycleEvent event) {
    assertThat(node.deployment().runtime().tell(event)).isTrue();
  }

  // ---- what is refused at the deployment

  static class Wrong {
    void notPublished(@Observes @FromCluster dev.primacy.event.NodeJoined event) {}

    void noCluster(@Observes @Queue("audit") Sold event) {}

    void async(@ObservesAsync @FromCluster @Queue("audit") Sold event) {}

    void badName(@Observes @FromCluster @Queue("a b") Sold event) {}

    void durable(@Observes @FromCluster @Queue(value = "audit", durable = true) Sold event) {}
  }

  @EventId(10_001)
  record AlsoSold(EventEnvelope envelope) implements ApplicationEvent {}

  static class Clash {
    void one(@Observes @FromCluster Sold event) {}

    void other(@Observes @FromCluster AlsoSold event) {}
  }

  static class NoEvent {
    @Inject @ClusterWide Event<String> text;
  }

  @Test
  @DisplayName(
      "S3.20, S3.16 whatever could never work is refused at the deployment, all of it at once")
  void s3_20_wrong_observers_are_refused() {
    assertThat(Deployed.failing(settings("a"), Wrong.class))
        .contains("PRIMACY-1249", "notPublished", "NodeJoined")
        .contains("PRIMACY-1250", "noCluster")
        .contains("PRIMACY-1251", "async")
        .contains("PRIMACY-1252", "badName")
        .contains("PRIMACY-1253", "durable");
  }

  @Test
  @DisplayName("S3.2, S3.34 a number that two types have is refused, naming both")
  void s3_2_numbers_are_unique() {
    assertThat(Deployed.failing(settings("a"), Clash.class))
        .contains("PRIMACY-1255", "10001", "Sold", "AlsoSold");
  }

  @Test
  void what_is_no_event_is_not_published() {
    assertThat(Deployed.failing(settings("a"), NoEvent.class))
        .contains("PRIMACY-1254", "java.lang.String");
  }

  @Test
  void who_needs_a_messenger_and_has_none_is_named() {
    Map<String, String> without = new java.util.HashMap<>(settings("a"));
    without.put("primacy.messenger", "none");
    assertThat(Deployed.failing(without, Auditor.class, Notes.class))
        .contains("PRIMACY-1073", "Auditor.audit", "'memory'");
  }
}
