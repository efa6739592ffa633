package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.NodeId;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.messaging.EventShape;
import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import dev.primacy.event.EventStamp;
import dev.primacy.event.EventsOverflowed;
import dev.primacy.event.ObserverFailed;
import dev.primacy.event.RawEngineEvent;
import dev.primacy.messaging.PublishException;
import dev.primacy.spi.Message;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events from node to node, and what comes of everything that can go wrong on the way. */
@Timeout(60)
class ExchangeTest {
  private static final String QUEUE = "audit";

  @EventId(10_001)
  private record Sold(EventEnvelope envelope, int amount) implements ApplicationEvent {
    static Sold of(int amount) {
      return new Sold(EventEnvelope.of("shop.1"), amount);
    }
  }

  private final String cluster = "t" + UUID.randomUUID().toString().substring(0, 8);
  private final List<TestNode> nodes = new ArrayList<>();
  private final IdCodec codec = new IdCodec();
  private final OpenMessengers messenger = new OpenMessengers("open");

  @AfterEach
  void close() {
    nodes.forEach(TestNode::close);
  }

  private MessagingSetup setup(String... queues) {
    return new MessagingSetup(
        List.of(),
        Optional.of(codec),
        Map.of(10_001, Sold.class),
        Stream.of(queues).map(name -> new MessageQueue(name, false)).collect(Collectors.toSet()),
        List.of("Test.observer"));
  }

  private TestNode started(TestNode.Builder builder) {
    TestNode node = builder.start();
    nodes.add(node);
    return node;
  }

  private TestNode node(String name, String... queues) {
    return started(TestNode.node(cluster, name).exchanging(setup(queues)));
  }

  private TestNode.Builder open() {
    MessagingSetup with = setup().with(Optional.of(messenger));
    return TestNode.node(cluster, "a").exchanging(with);
  }

  private static Sold publish(TestNode node, int amount) {
    return node.runtime.publishing().publish(Sold.of(amount));
  }

  private static List<Integer> amounts(List<Sold> events) {
    return events.stream().map(Sold::amount).toList();
  }

  // ---- to all

  @Test
  @DisplayName("S3.9, S3.15, S3.26 every node hears each event once, in order, and itself as well")
  void s3_15_every_node_hears_every_event() {
    TestNode a = node("a");
    TestNode b = node("b");
    TestNode c = node("c");
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      publish(a, i);
      all.add(i);
    }
    for (TestNode node : List.of(a, b, c)) {
      await().until(() -> node.heard(Sold.class).size() >= 100);
      assertThat(amounts(node.heard(Sold.class))).isEqualTo(all);
    }
    List<Sold> heard = b.heard(Sold.class);
    assertThat(heard).extracting(Sold::seq).isEqualTo(all.stream().map(i -> i + 1L).toList());
    assertThat(heard).allMatch(sold -> sold.node().name().equals("a"));
    assertThat(heard).extracting(sold -> sold.envelope().id()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("S3.9 an event that nobody hears is no error")
  void s3_9_publishers_know_nothing_of_listeners() {
    TestNode alone = node("a");
    assertThat(publish(alone, 1).envelope().stamp()).isPresent();
  }

  @Test
  @DisplayName("AT-3.5, S3.7 without an origin nothing is published")
  void at_3_5_an_origin_is_needed() {
    TestNode a = node("a");
    assertThatThrownBy(() -> a.runtime.publishing().publish(new Sold(EventEnvelope.draft(), 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PRIMACY-2083")
        .hasMessageContaining("no origin");
    assertThatThrownBy(() -> a.runtime.publishing().publish(new Sold(EventEnvelope.of("a.#"), 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PRIMACY-2084");
    publish(a, 2);
    await().until(() -> !a.heard(Sold.class).isEmpty());
    assertThat(amounts(a.heard(Sold.class))).containsExactly(2);
  }

  @Test
  void without_a_cluster_this_node_is_all_of_it() {
    TestNode quiet =
        started(
            TestNode.node(cluster, "q")
                .with("primacy.cluster", "")
                .with("primacy.node.name", "")
                .with("primacy.group", "")
                .exchanging(setup(QUEUE)));
    publish(quiet, 5);
    await().until(() -> !quiet.handled.isEmpty());
    assertThat(amounts(quiet.heard(Sold.class))).containsExactly(5);
    assertThat(quiet.handled).hasSize(1);
  }

  @Test
  void switched_off_nothing_is_told() {
    TestNode off =
        started(TestNode.node(cluster, "o").with("primacy.enabled", "false").exchanging(setup()));
    assertThat(publish(off, 5).envelope().stamp()).isPresent();
    await().until(() -> off.runtime.messagingStatus().waiting() == 0);
    assertThat(off.heard).isEmpty();
  }

  @Test
  void an_observer_may_publish() {
    TestNode a =
        started(
            TestNode.node(cluster, "a")
                .exchanging(setup())
                .observing(
                    event -> {
                      if (event instanceof Sold sold && sold.amount() < 10) {
                        publish(nodes.get(0), sold.amount() + 1);
                      }
                    }));
    TestNode b = node("b");
    publish(b, 1);
    await().until(() -> b.heard(Sold.class).size() == 10);
    await().until(() -> a.heard(Sold.class).size() == 10);
    assertThat(amounts(b.heard(Sold.class)))
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  // ---- to one

  @Test
  @DisplayName("AT-3.8, S3.15 of two nodes with one queue each event is handled by one of them")
  void at_3_8_one_node_handles_each_event() {
    TestNode a = node("a", QUEUE);
    TestNode b = node("b", TestNode.GROUP + "." + QUEUE);
    for (int i = 0; i < 10; i++) {
      publish(a, i);
    }
    await().until(() -> a.handled.size() + b.handled.size() == 10);
    assertThat(a.handled).isNotEmpty();
    assertThat(b.handled).isNotEmpty();
    assertThat(
            Stream.concat(a.handled.stream(), b.handled.stream())
                .map(event -> ((Sold) event).amount()))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    await().until(() -> a.heard(Sold.class).size() + b.heard(Sold.class).size() == 20);
  }

  // ---- what goes wrong

  @Test
  @DisplayName("S3.28 what the messenger does not take is raised, and nobody hears of it")
  void s3_28_a_failing_messenger_is_raised() {
    TestNode a = started(open());
    messenger.failure = new MessengerException("TEST-1: the line is down");
    assertThatThrownBy(() -> publish(a, 1))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("PRIMACY-2059")
        .hasMessageContaining("TEST-1");
    messenger.failure = null;
    publish(a, 2);
    await().until(() -> !a.heard(Sold.class).isEmpty());
    assertThat(amounts(a.heard(Sold.class))).containsExactly(2);
    assertThat(a.runtime.messagingStatus().published()).isEqualTo(1);
  }

  @Test
  @DisplayName("T5: an event that is too large is refused before it is sent")
  void t5_too_large_is_refused() {
    TestNode a = started(open());
    codec.padding = Message.MAX_BODY_BYTES;
    assertThatThrownBy(() -> publish(a, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PRIMACY-2085")
        .hasMessageContaining("65536");
    assertThat(messenger.sent).isEmpty();
  }

  @Test
  void after_the_end_nothing_is_published() {
    TestNode a = started(open());
    a.close();
    assertThat(messenger.closed).isTrue();
    assertThatThrownBy(() -> publish(a, 1)).isInstanceOf(PublishException.class);
  }

  @Test
  void a_messenger_that_cannot_work_fails_the_start_and_leaves_nothing() {
    messenger.failure = new MessengerException("PRIMACY-3599: the port is taken");
    TestNode node = open().create();
    nodes.add(node);
    assertThatThrownBy(node.runtime::start)
        .isInstanceOf(PrimacyStartException.class)
        .hasMessageContaining("PRIMACY-3599");
    await().until(() -> node.threads.stream().noneMatch(Thread::isAlive));
  }

  // ---- what comes in

  private static Message message(Sold sold) {
    EventStamp stamp = sold.envelope().stamp().orElseThrow();
    return new Message(stamp.id(), stamp.node().incarnation(), 10_001, new IdCodec().encode(sold));
  }

  private static Sold stamped(int amount, String id) {
    Sold draft = Sold.of(amount);
    NodeId other = new NodeId("other", UUID.randomUUID());
    return EventShape.of(Sold.class)
        .with(draft, draft.envelope().withStamp(new EventStamp(id, other, 1, Instant.EPOCH)));
  }

  @Test
  @DisplayName("S3.22, T5: a type that nobody knows is counted, shown as it came, and left out")
  void t5_unknown_types_are_counted_and_ignored() throws Exception {
    TestNode a = started(open());
    assertThat(
            messenger
                .listener()
                .offer(new Message("01X", UUID.randomUUID(), 12_345, new byte[] {1, 2})))
        .isTrue();
    assertThat(messenger.listener().offer(message(stamped(4, "01Y")))).isTrue();
    await().until(() -> !a.heard(Sold.class).isEmpty());
    await().until(() -> !a.heard(RawEngineEvent.class).isEmpty());
    RawEngineEvent raw = a.heard(RawEngineEvent.class).get(0);
    assertThat(raw.message().payload()).containsExactly(1, 2);
    assertThat(raw.message().eventId()).isEqualTo(12_345);
    assertThat(raw.envelope().origin()).isEqualTo("open");
    assertThat(a.runtime.messagingStatus().unknown()).isEqualTo(1);
  }

  @Test
  @DisplayName("T5: what cannot be read is counted and skipped")
  void t5_unreadable_messages_are_skipped() throws Exception {
    TestNode a = started(open());
    messenger.listener().offer(new Message("01X", UUID.randomUUID(), 10_001, new byte[] {7}));
    messenger.listener().offer(message(stamped(4, "01Y")));
    await().until(() -> !a.heard(Sold.class).isEmpty());
    assertThat(a.runtime.messagingStatus().unreadable()).isEqualTo(1);
    await().until(() -> !a.heard(RawEngineEvent.class).isEmpty());
  }

  @Test
  void with_abort_nothing_is_heard_after_what_cannot_be_read() throws Exception {
    TestNode a = started(open().with("primacy.events.decode-failure-mode", "ABORT"));
    messenger.listener().offer(message(stamped(3, "01W")));
    messenger.listener().offer(new Message("01X", UUID.randomUUID(), 10_001, new byte[] {7}));
    messenger.listener().offer(message(stamped(4, "01Y")));
    await().until(() -> a.runtime.messagingStatus().waiting() == 0);
    await().until(() -> !a.heard(RawEngineEvent.class).isEmpty());
    assertThat(amounts(a.heard(Sold.class))).containsExactly(3);
  }

  @Test
  @DisplayName("T11: a message that contradicts itself is believed nothing")
  void t11_contradictory_messages_are_not_believed() throws Exception {
    TestNode a = started(open());
    Sold sold = stamped(4, "01Y");
    byte[] body = new IdCodec().encode(sold);
    UUID sender = sold.node().incarnation();
    messenger.listener().offer(new Message("01Z", sender, 10_001, body));
    messenger.listener().offer(new Message("01Y", UUID.randomUUID(), 10_001, body));
    messenger.listener().offer(new Message("01Y", sender, 10_001, body));
    await().until(() -> a.heard(Sold.class).size() == 1);
    assertThat(a.runtime.messagingStatus().unreadable()).isEqualTo(2);
  }

  @Test
  @DisplayName("T10: a flood meets a slow observer: so many wait, the others are counted and told")
  void t10_a_flood_is_bounded() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    TestNode a =
        started(
            open()
                .with("primacy.events.waiting", "10")
                .with("primacy.events.room-wait", "0s")
                .observing(event -> awaitIfSold(event, go)));
    int taken = 0;
    for (int i = 0; i < 1_000; i++) {
      if (messenger.listener().offer(message(stamped(i, "01" + (1_000 + i))))) {
        taken++;
      } else {
        messenger.listener().lost(1, "TEST: no room");
      }
    }
    assertThat(taken).isEqualTo(10);
    assertThat(a.runtime.messagingStatus().waiting()).isEqualTo(10);
    assertThat(a.runtime.messagingStatus().lost()).isEqualTo(990);
    go.countDown();
    await().until(() -> a.heard(Sold.class).size() == 10);
    await().until(() -> !a.heard(EventsOverflowed.class).isEmpty());
    assertThat(a.heard(EventsOverflowed.class)).hasSize(1);
    assertThat(a.heard(EventsOverflowed.class).get(0).queue()).isEqualTo("cluster");
  }

  private static void awaitIfSold(ClusterEvent event, CountDownLatch go) {
    try {
      if (event instanceof Sold && !go.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody let it go");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @DisplayName("S3.17 an observer that fails is reported, and the event counts as handled")
  void s3_17_a_failing_handler_is_reported() throws Exception {
    TestNode a =
        started(
            open()
                .observing(
                    event -> {
                      if (event instanceof Sold) {
                        throw new IllegalStateException("broken");
                      }
                    }));
    var handled =
        messenger.listener().offer("ledger.audit", message(stamped(1, "01A"))).orElseThrow();
    handled.toCompletableFuture().get(20, TimeUnit.SECONDS);
    assertThat(a.handled).hasSize(1);
    await().until(() -> !a.heard(ObserverFailed.class).isEmpty());
  }

  // ---- which messenger

  private String problem(MessagingSetup setup, String... settings) {
    TestNode.Builder builder = TestNode.node(cluster, "p").exchanging(setup);
    for (int i = 0; i < settings.length; i += 2) {
      builder.with(settings[i], settings[i + 1]);
    }
    try {
      nodes.add(builder.create());
      return "";
    } catch (PrimacyStartException wrong) {
      return String.valueOf(wrong.getMessage());
    }
  }

  private MessagingSetup between(OpenMessengers... providers) {
    MessagingSetup one = setup();
    return new MessagingSetup(
        List.of(providers), one.codec(), one.types(), one.queues(), one.users());
  }

  @Test
  void one_of_several_messengers_has_to_be_named() {
    OpenMessengers other = new OpenMessengers("other");
    assertThat(problem(between(messenger, other))).contains("PRIMACY-1072", "'open', 'other'");
    assertThat(problem(between(messenger, other), "primacy.messenger", "other")).isEmpty();
    assertThat(problem(between(messenger), "primacy.messenger", "others"))
        .contains("PRIMACY-1071", "others", "'open', 'memory'");
    assertThat(problem(between(messenger), "primacy.messenger", "memory")).isEmpty();
  }

  @Test
  void whoever_needs_a_messenger_and_has_none_is_named_with_the_engine() {
    assertThat(problem(setup(), "primacy.messenger", "none"))
        .contains("PRIMACY-1073", "Test.observer", "'memory'");
    assertThat(problem(MessagingSetup.NONE, "primacy.messenger", "none")).isEmpty();
  }

  @Test
  void without_a_form_for_events_whoever_needs_it_is_named() {
    MessagingSetup one = setup();
    MessagingSetup formless =
        new MessagingSetup(List.of(), Optional.empty(), one.types(), one.queues(), one.users());
    assertThat(problem(formless)).contains("PRIMACY-1074", "Test.observer", "primacy-json");
  }

  @Test
  @DisplayName("S3.16 a durable queue is refused where nobody keeps its events")
  void s3_16_a_durable_queue_needs_somebody_who_keeps() {
    MessagingSetup one = setup();
    MessagingSetup durable =
        new MessagingSetup(
            List.of(),
            one.codec(),
            one.types(),
            Set.of(new MessageQueue(QUEUE, true)),
            one.users());
    assertThat(problem(durable)).contains("PRIMACY-1068", QUEUE, "'memory'");
  }

  // ---- hints

  @Test
  @DisplayName("T10, T11: hints of others wake, so many a second, and only who would poll")
  void t11_hints_of_peers_are_few_and_only_hints() {
    List<RecordKey> passed = new ArrayList<>();
    Clocks time =
        new Clocks() {
          @Override
          public long nanos() {
            return 0;
          }

          @Override
          public long millis() {
            return 0;
          }
        };
    PeerHints hints = new PeerHints(passed::add, () -> false, time);
    RecordKey key = new RecordKey(RecordKind.GROUP, "ledger");
    for (int i = 0; i < 10_000; i++) {
      hints.accept(key);
    }
    assertThat(passed).hasSize(200);
    PeerHints needless = new PeerHints(passed::add, () -> true, time);
    needless.accept(key);
    assertThat(passed).hasSize(200);
  }

  @Test
  void no_type_is_lost_between_the_family_and_the_exchange() {
    assertThat(EventTypes.of(1001).filter(EnvelopedEvent.class::isAssignableFrom)).isPresent();
  }
}
