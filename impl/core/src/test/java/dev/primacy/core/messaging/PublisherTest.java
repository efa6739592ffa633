package dev.primacy.core.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.primacy.NodeId;
import dev.primacy.core.gate.Clocks;
import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.EngineLifecycle;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import dev.primacy.event.EventStatus;
import dev.primacy.event.GroupLifecycle;
import dev.primacy.event.LifecycleEvent;
import dev.primacy.event.LifecycleState;
import dev.primacy.messaging.EventPublisher;
import dev.primacy.messaging.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events made by name and published, without a cluster to publish them to. */
class PublisherTest implements Clocks, Publishing {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

  private final Stamps stamps = new Stamps(this, () -> new NodeId("n1", new UUID(1, 2)));
  private final List<EnvelopedEvent> delivered = new ArrayList<>();
  private Optional<String> caller = Optional.empty();

  private final EventPublisher<GroupLifecycle> groups = publisher(GroupLifecycle.class);

  @Override
  public long nanos() {
    return 0;
  }

  @Override
  public long millis() {
    return NOW.toEpochMilli();
  }

  /** As the exchange does it, which says no more of origins than that there has to be one. */
  @Override
  public <E extends EnvelopedEvent> E publish(E draft) {
    if (draft.envelope().origin().isEmpty()) {
      throw new IllegalStateException("no origin");
    }
    E event = stamps.stamped(draft);
    delivered.add(event);
    return event;
  }

  private <T extends EnvelopedEvent> EventPublisher<T> publisher(Class<T> type) {
    return new Publisher<>(type, Optional.empty(), this, () -> caller, this);
  }

  private <T extends EnvelopedEvent> EventPublisher<T> publisher(Class<T> type, String origin) {
    return new Publisher<>(type, Optional.of(origin), this, () -> caller, this);
  }

  private static Topic topic(EnvelopedEvent event) {
    return Topic.of(EventShape.of(event.getClass()).eventId(), event.envelope().origin());
  }

  @Test
  @DisplayName("AT-3.1, S3.4 a base type has no publisher")
  void a_base_type_has_no_publisher() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> publisher(LifecycleEvent.class))
        .withMessageContaining("PRIMACY-1070")
        .withMessageContaining("it is no record; it has no @EventId");
  }

  @Test
  @DisplayName("AT-3.1, S3.5 a topic needs an origin, which may be the publisher's")
  void a_topic_needs_an_origin_which_may_be_the_publishers() {
    assertThat(groups.topic("orig")).hasToString("1001.orig");
    assertThatIllegalArgumentException().isThrownBy(() -> groups.topic(""));
    assertThatNullPointerException().isThrownBy(() -> groups.topic(absent()));
    assertThatIllegalStateException()
        .isThrownBy(groups::topic)
        .withMessageContaining("PRIMACY-2083");
    assertThat(publisher(GroupLifecycle.class, "own").topic()).hasToString("1001.own");
  }

  @Test
  @DisplayName("AT-3.1 two types that tell the same have numbers of their own")
  void two_types_that_tell_the_same_have_numbers_of_their_own() {
    EventPublisher<EngineLifecycle> engines = publisher(EngineLifecycle.class);
    assertThat(engines.type()).isEqualTo(EngineLifecycle.class);
    assertThat(engines.eventId()).isEqualTo(1052);
    assertThat(groups.eventId()).isEqualTo(1001);
    assertThat(engines.topic("orig")).hasToString("1052.orig");
  }

  @Test
  @DisplayName("AT-3.2 an empty event is valid, in an envelope and with a state")
  void an_empty_event_is_valid() {
    GroupLifecycle empty = groups.create(Map.of());
    assertThat(empty.envelope()).isEqualTo(EventEnvelope.draft());
    assertThat(empty.state()).isEqualTo(LifecycleState.NEW);
    assertThat(groups.event().build()).isEqualTo(empty);
  }

  @Test
  @DisplayName("AT-3.2 what an event is made of is told by name, constants too")
  void what_an_event_is_made_of_is_told_by_name() {
    assertThat(groups.create(Map.of("origin", "orig")).envelope().origin()).isEqualTo("orig");
    assertThat(groups.event().with("state", LifecycleState.ACTIVE).build().state())
        .isEqualTo(LifecycleState.ACTIVE);
    assertThat(groups.create(Map.of("state", LifecycleState.ACTIVE)).state())
        .isEqualTo(LifecycleState.ACTIVE);
    assertThat(groups.create(Map.of("state", "ACTIVE")).state()).isEqualTo(LifecycleState.ACTIVE);
  }

  @Test
  @DisplayName(
      "AT-3.2, S3.6 a constant that does not exist is refused, and those that do are named")
  void a_constant_that_does_not_exist_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.create(Map.of("state", "NOEXIST")))
        .withMessage(
            "PRIMACY-2087: 'NOEXIST' is no state; use one of NEW, READY, ACTIVE, TERMINATED,"
                + " ERROR.");
  }

  @Test
  @DisplayName("AT-3.2 state and status land where they belong")
  void state_and_status_land_where_they_belong() {
    GroupLifecycle event = groups.create(Map.of("state", "READY", "status", "IN_PROGRESS"));
    assertThat(event.state()).isEqualTo(LifecycleState.READY);
    assertThat(event.envelope().status()).isEqualTo(EventStatus.IN_PROGRESS);
    assertThat(groups.create(Map.of("state", "READY", "status", "NO_CACHE")).envelope().status())
        .isEqualTo(EventStatus.NO_CACHE);
  }

  @Test
  @DisplayName("AT-3.2, S3.6 names that mean nothing are refused as unused")
  void names_that_mean_nothing_are_refused_as_unused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.create(Map.of("this_doesnt_exist", 1, "neither", 2)))
        .withMessageContaining("PRIMACY-2086: unused: neither, this_doesnt_exist.")
        .withMessageContaining("GroupLifecycle has state,");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.event().with("this_doesnt_exist", 1))
        .withMessageContaining("unused: this_doesnt_exist");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.create(Map.of("envelope", EventEnvelope.of("orig"))))
        .withMessageContaining("unused: envelope");
  }

  @Test
  @DisplayName("AT-3.3, S3.7 the origin of the call makes the topic")
  void the_origin_of_the_call_makes_the_topic() {
    GroupLifecycle event = groups.publish(groups.event().name("bram").build(), "1234-abcdefg");
    assertThat(topic(event)).hasToString("1001.1234-abcdefg");
    assertThat(event.envelope().name()).isEqualTo("bram");
    assertThat(delivered).containsExactly(event);
  }

  @Test
  @DisplayName("AT-3.3, S3.7 or else that of the publisher")
  void or_else_that_of_the_publisher() {
    EventPublisher<GroupLifecycle> species = publisher(GroupLifecycle.class, "species");
    GroupLifecycle event = species.publish(species.create(Map.of("description", "darwin")));
    assertThat(topic(event)).hasToString("1001.species");
    assertThat(event.envelope().description()).isEqualTo("darwin");
    assertThat(topic(species.publish(event(), "other"))).hasToString("1001.other");
    assertThat(topic(species.event().origin("its.own").publish())).hasToString("1001.its.own");
  }

  private GroupLifecycle event() {
    return groups.event().build();
  }

  @Test
  @DisplayName("AT-3.4, S3.8 made and published at once, topic and field are equal")
  void made_and_published_at_once_topic_and_field_are_equal() {
    GroupLifecycle event = groups.createAndPublish(Map.of("name", "bram", "origin", "zxy-402"));
    assertThat(topic(event)).hasToString("1001.zxy-402");
    assertThat(event.envelope().origin()).isEqualTo("zxy-402");
    assertThat(delivered).containsExactly(event);
  }

  @Test
  @DisplayName("AT-3.4, S3.8 in two steps they are equal as well, whatever the event said before")
  void in_two_steps_they_are_equal_as_well() {
    GroupLifecycle made = groups.create(Map.of("name", "bram", "origin", "before"));
    assertThat(groups.publish(made, "zxy-402").envelope().origin()).isEqualTo("zxy-402");
    EventPublisher<GroupLifecycle> species = publisher(GroupLifecycle.class, "species");
    assertThat(species.publish(event()).envelope().origin()).isEqualTo("species");
  }

  @Test
  @DisplayName("AT-3.5, S3.7 without an origin nothing is published")
  void without_an_origin_nothing_is_published() {
    assertThatIllegalStateException().isThrownBy(() -> groups.publish(event()));
    assertThatIllegalStateException()
        .isThrownBy(() -> groups.createAndPublish(Map.of("state", "READY")));
    assertThatIllegalStateException().isThrownBy(() -> groups.event().publish());
    assertThatIllegalArgumentException().isThrownBy(() -> groups.publish(event(), ""));
    assertThat(delivered).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2423", "now", "", "12345678901234", "2026-03-01"})
  @DisplayName("AT-3.11, S3.25 what is no time is not valid")
  void what_is_no_time_is_not_valid(String time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.create(Map.of("occurredAt", time)))
        .withMessageStartingWith("PRIMACY-2088: occurredAt '" + time + "' is not a valid time");
  }

  @Test
  @DisplayName("AT-3.11, S3.25 a time of another decade is too old")
  void a_time_of_another_decade_is_too_old() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.create(Map.of("occurredAt", 1000494978462L)))
        .withMessageContaining("PRIMACY-2089")
        .withMessageContaining("too old");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.create(Map.of("occurredAt", 2423)))
        .withMessageContaining("PRIMACY-2088");
  }

  @Test
  @DisplayName("S3.25 a time is within a year of now, also of an event made elsewhere")
  void a_time_is_within_a_year_of_now() {
    Duration year = Duration.ofDays(365);
    for (Instant bound : List.of(NOW.minus(year), NOW.plus(year), NOW)) {
      assertThat(groups.event().occurredAt(bound).build().envelope().occurredAt()).contains(bound);
    }
    for (Instant beyond : List.of(NOW.minus(year).minusMillis(1), NOW.plus(year).plusMillis(1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> groups.event().occurredAt(beyond));
      EventEnvelope elsewhere = EventEnvelope.of("orig").withOccurredAt(beyond);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> groups.publish(new GroupLifecycle(elsewhere, LifecycleState.NEW)))
          .withMessageContaining("PRIMACY-2089");
    }
    assertThat(delivered).isEmpty();
  }

  @Test
  @DisplayName("S3.25, S3.6 a time that nobody says is that of publishing")
  void a_time_that_nobody_says_is_that_of_publishing() {
    GroupLifecycle event = groups.publish(event(), "orig");
    assertThat(event.envelope().occurredAt()).isEmpty();
    assertThat(event.at()).isEqualTo(NOW);
    assertThat(groups.create(Map.of("occurredAt", "2026-02-28T00:00:00Z")).at())
        .isEqualTo(Instant.parse("2026-02-28T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "_id", "stamp", "seq", "node"})
  @DisplayName("AT-3.11, S3.26 an id of one's own is refused")
  void an_id_of_ones_own_is_refused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.create(Map.of(name, "01J00000000000000000000001")))
        .withMessageStartingWith("PRIMACY-2090: '" + name + "' of a ");
  }

  @Test
  @DisplayName("AT-3.11, S3.26 so is an event that has one already")
  void so_is_an_event_that_has_one_already() {
    GroupLifecycle published = groups.publish(event(), "orig");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.publish(published))
        .withMessageContaining("PRIMACY-2090");
    assertThat(delivered).containsExactly(published);
  }

  @Test
  @DisplayName("S3.27 the actor is the caller, unless the event says another")
  void the_actor_is_the_caller_unless_the_event_says_another() {
    assertThat(groups.publish(event(), "orig").envelope().actor()).isEmpty();
    caller = Optional.of("alice");
    assertThat(groups.publish(event(), "orig").envelope().actor()).contains("alice");
    assertThat(groups.event().actor("bob").origin("orig").publish().envelope().actor())
        .contains("bob");
  }

  @Test
  @DisplayName("S3.28 the event is returned as it was published, with its id")
  void the_event_is_returned_as_it_was_published() {
    GroupLifecycle event = groups.event().origin("orig").with("state", "READY").publish();
    assertThat(event.envelope().id()).hasSize(26);
    assertThat(event.seq()).isOne();
    assertThat(event.state()).isEqualTo(LifecycleState.READY);
    assertThat(delivered).containsExactly(event);
  }

  /** Of an application, with constants that are plain Java. */
  enum Grade {
    GOOD,
    BAD
  }

  @EventId(10_001)
  record StockChanged(
      EventEnvelope envelope,
      String id,
      long left,
      double price,
      Grade grade,
      Optional<Integer> row,
      List<String> tags,
      Integer boxed)
      implements ApplicationEvent {
    StockChanged {
      if (left < 0) {
        throw new IllegalArgumentException("less than nothing is left");
      }
    }
  }

  @EventId(10_002)
  record Timed(EventEnvelope envelope, Instant when) implements ApplicationEvent {}

  @Test
  @DisplayName("S3.34 an application has types of its own, with enums that are plain Java")
  void an_application_has_types_of_its_own() {
    EventPublisher<StockChanged> stock = publisher(StockChanged.class);
    Map<String, Object> values = Map.of("id", "7", "left", 3, "grade", "BAD", "row", 5);
    StockChanged event = stock.create(values);
    assertThat(event)
        .isEqualTo(
            new StockChanged(
                EventEnvelope.draft(), "7", 3L, 0.0, Grade.BAD, Optional.of(5), List.of(), 0));
    assertThat(stock.topic("shop")).hasToString("10001.shop");
  }

  @Test
  void a_value_of_another_kind_is_refused() {
    EventPublisher<StockChanged> stock = publisher(StockChanged.class);
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("left", "3"),
            Map.of("left", 3.5),
            Map.of("id", 3),
            Map.of("row", "x"),
            Map.of("tags", "x"),
            Map.of("grade", 1),
            Map.of("origin", 1),
            Map.of("status", LifecycleState.NEW))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> stock.create(wrong))
          .withMessageContaining("PRIMACY-2092");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stock.event().with("id", absent()))
        .withMessageContaining("a null was given");
  }

  @Test
  @DisplayName("S3.28 what a type refuses is not published")
  void what_a_type_refuses_is_not_published() {
    EventPublisher<StockChanged> stock = publisher(StockChanged.class, "shop");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stock.createAndPublish(Map.of("left", -1)))
        .withMessageContaining("PRIMACY-2082")
        .withMessageContaining("less than nothing");
    assertThat(delivered).isEmpty();
  }

  @Test
  void what_nothing_can_stand_for_has_to_be_given() {
    EventPublisher<Timed> timed = publisher(Timed.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> timed.create(Map.of()))
        .withMessageStartingWith("PRIMACY-2091: 'when' of a ");
    assertThat(timed.create(Map.of("when", NOW)).when()).isEqualTo(NOW);
  }

  @Test
  @DisplayName(
      "S3.20 a publisher needs a type, something to publish with, and an origin that is one")
  void a_publisher_needs_all_it_is_made_of() {
    assertThatNullPointerException().isThrownBy(() -> publisher(absent()));
    assertThatNullPointerException()
        .isThrownBy(
            () ->
                new Publisher<>(
                    GroupLifecycle.class, Optional.empty(), absent(), () -> caller, this));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> publisher(GroupLifecycle.class, "chan1.#"));
  }

  /** What an application passes that does not check for null. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  private static <T> T absent() {
    return (T) Optional.empty().orElse(null);
  }
}
