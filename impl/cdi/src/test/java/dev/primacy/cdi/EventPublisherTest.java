package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.EngineLifecycle;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import dev.primacy.event.FromCluster;
import dev.primacy.event.GroupLifecycle;
import dev.primacy.event.LifecycleEvent;
import dev.primacy.event.LifecycleState;
import dev.primacy.event.Origin;
import dev.primacy.event.OriginType;
import dev.primacy.event.SubType;
import dev.primacy.event.TopicPattern;
import dev.primacy.messaging.EventPublisher;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Publishers, as applications have them injected. */
class EventPublisherTest {

  /** What an application tells. */
  interface ShopEvent extends ApplicationEvent {}

  @EventId(10_001)
  record StockChanged(EventEnvelope envelope, String article, int left) implements ShopEvent {}

  @EventId(10_002)
  record ShopClosed(EventEnvelope envelope) implements ShopEvent {}

  @EventId(10_001)
  record OfTheSameNumber(EventEnvelope envelope) implements ShopEvent {}

  @EventId(9_999)
  record OfALowNumber(EventEnvelope envelope) implements ShopEvent {}

  @ApplicationScoped
  static class Shop {
    @Inject EventPublisher<StockChanged> stock;

    @Inject
    @Origin("species")
    EventPublisher<StockChanged> species;

    @Inject EventPublisher<ShopClosed> closing;
    @Inject EventPublisher<GroupLifecycle> groups;
    @Inject Instance<EventPublisher<EngineLifecycle>> engines;

    EventPublisher<StockChanged> stock() {
      return stock;
    }

    EventPublisher<StockChanged> species() {
      return species;
    }

    EventPublisher<ShopClosed> closing() {
      return closing;
    }

    EventPublisher<GroupLifecycle> groups() {
      return groups;
    }

    EventPublisher<EngineLifecycle> engines() {
      return engines.get();
    }
  }

  /** Hears what each of its observers means. */
  @ApplicationScoped
  static class Listener {
    final List<String> heard = new CopyOnWriteArrayList<>();

    List<String> heard() {
      return heard;
    }

    private void note(String observer, EnvelopedEvent event) {
      heard.add(observer + " " + event.envelope().name());
    }

    void byType(@Observes @FromCluster StockChanged event) {
      note("type", event);
    }

    void byBase(@Observes @FromCluster ShopEvent event) {
      note("base", event);
    }

    void byLifecycle(@Observes @FromCluster LifecycleEvent event) {
      note("lifecycle", event);
    }

    void byAll(@Observes @FromCluster EnvelopedEvent event) {
      note("all", event);
    }

    void byOrigin(@Observes @FromCluster @Origin("ucsd") ShopEvent event) {
      note("origin", event);
    }

    void byOrigins(@Observes @FromCluster @Origin("chan1.#") ShopEvent event) {
      note("origins", event);
    }

    void bySubType(@Observes @FromCluster @SubType("st1.*") ShopEvent event) {
      note("subtype", event);
    }

    void byOriginType(@Observes @FromCluster @OriginType("shop") ShopEvent event) {
      note("origintype", event);
    }

    void byTopic(@Observes @FromCluster @TopicPattern("10001.#.b") ShopEvent event) {
      note("topic", event);
    }

    void last(@Observes @FromCluster @Origin("the.end") ShopEvent event) {
      heard.add("end");
    }
  }

  private static List<String> heard(Deployed application) {
    application.get(Shop.class).closing().event().origin("the.end").name("end").publish();
    List<String> heard = application.get(Listener.class).heard();
    await().until(() -> heard.contains("end"));
    return heard.stream().filter(each -> !each.endsWith("end")).toList();
  }

  @Test
  @DisplayName("S3.12, S3.23 observed by type, by base type, by origin, and all of them")
  void observed_by_type_by_base_type_by_origin_and_all_of_them() {
    try (Deployed application = Deployed.of(Shop.class, Listener.class)) {
      Shop shop = application.get(Shop.class);
      shop.stock().event().origin("ucsd").name("a").publish();
      shop.closing().event().origin("elsewhere").name("b").publish();
      shop.groups().event().origin("ledger").name("c").publish();
      assertThat(heard(application))
          .containsExactlyInAnyOrder(
              "type a", "base a", "all a", "origin a", "base b", "all b", "lifecycle c", "all c");
    }
  }

  @Test
  @DisplayName("S3.13, S3.24 narrowed by origins, sub type, type of origin, and topic")
  void narrowed_by_origins_sub_type_type_of_origin_and_topic() {
    try (Deployed application = Deployed.of(Shop.class, Listener.class)) {
      Shop shop = application.get(Shop.class);
      shop.stock().event().origin("chan1").name("a").subType("st1.x").publish();
      shop.stock().event().origin("chan1.b").name("b").subType("st1.x.y").publish();
      shop.stock().event().origin("chan2.b").name("c").originType("shop").publish();
      shop.closing().event().origin("b").name("d").publish();
      assertThat(heard(application))
          .filteredOn(each -> !each.matches("(type|base|all) .*"))
          .containsExactlyInAnyOrder(
              "origins a", "subtype a", "origins b", "topic b", "topic c", "origintype c");
    }
  }

  @Test
  @DisplayName("AT-3.1, S3.4 each injected publisher has its type, its number and its origin")
  void each_injected_publisher_has_its_type_its_number_and_its_origin() {
    try (Deployed application = Deployed.of(Shop.class)) {
      Shop shop = application.get(Shop.class);
      assertThat(shop.stock().type()).isEqualTo(StockChanged.class);
      assertThat(shop.stock().origin()).isEmpty();
      assertThat(shop.species().topic()).hasToString("10001.species");
      assertThat(shop.groups().topic("orig")).hasToString("1001.orig");
      assertThat(shop.engines().topic("orig")).hasToString("1052.orig");
    }
  }

  @Test
  @DisplayName(
      "AT-3.3, AT-3.4, S3.8 published to an origin of the call, the event or the publisher")
  void published_to_an_origin_of_the_call_the_event_or_the_publisher() {
    try (Deployed application = Deployed.of(Shop.class, Listener.class)) {
      Shop shop = application.get(Shop.class);
      GroupLifecycle called =
          shop.groups().publish(shop.groups().create(Map.of("name", "bram")), "1234-abcdefg");
      assertThat(called.envelope().origin()).isEqualTo("1234-abcdefg");
      StockChanged own =
          shop.species().publish(shop.species().create(Map.of("description", "darwin")));
      assertThat(own.envelope().origin()).isEqualTo("species");
      assertThat(own.envelope().description()).isEqualTo("darwin");
      GroupLifecycle atOnce =
          shop.groups()
              .createAndPublish(Map.of("name", "bram", "origin", "zxy-402", "state", "ACTIVE"));
      assertThat(atOnce.envelope().origin()).isEqualTo("zxy-402");
      assertThat(atOnce.state()).isEqualTo(LifecycleState.ACTIVE);
      assertThat(heard(application)).filteredOn("lifecycle bram"::equals).hasSize(2);
    }
  }

  @Test
  @DisplayName("AT-3.5, S3.7 without an origin nothing is delivered")
  void without_an_origin_nothing_is_delivered() {
    try (Deployed application = Deployed.of(Shop.class, Listener.class)) {
      Shop shop = application.get(Shop.class);
      assertThatIllegalStateException()
          .isThrownBy(() -> shop.groups().createAndPublish(Map.of("name", "lost")))
          .withMessageContaining("PRIMACY-2083");
      assertThat(heard(application)).isEmpty();
    }
  }

  /** As a server has one, before that of the container. */
  @Alternative
  @Priority(1)
  @ApplicationScoped
  static class LoggedIn {
    @Produces
    Principal caller() {
      return () -> "alice";
    }
  }

  @Test
  @DisplayName("S3.27 the actor is the caller's principal")
  void the_actor_is_the_callers_principal() {
    try (Deployed application = Deployed.of(Shop.class, LoggedIn.class)) {
      EventPublisher<StockChanged> species = application.get(Shop.class).species();
      assertThat(species.event().publish().envelope().actor()).contains("alice");
    }
    try (Deployed application = Deployed.of(Shop.class)) {
      EventPublisher<StockChanged> species = application.get(Shop.class).species();
      assertThat(species.event().publish().envelope().actor()).isEmpty();
    }
  }

  @ApplicationScoped
  static class WantsABase {
    @Inject EventPublisher<LifecycleEvent> base;
  }

  @ApplicationScoped
  static class LooksABaseUp {
    @Inject Instance<EventPublisher<ShopEvent>> base;
  }

  @Test
  @DisplayName("AT-3.1, S3.4 a publisher of a base type is refused at deployment")
  void a_publisher_of_a_base_type_is_refused_at_deployment() {
    assertThat(Deployed.failing(WantsABase.class))
        .contains("PRIMACY-1260", "WantsABase.base", "LifecycleEvent", "it is no record");
    assertThat(Deployed.failing(LooksABaseUp.class))
        .contains("PRIMACY-1260", "LooksABaseUp.base", "ShopEvent");
  }

  @ApplicationScoped
  static class WantsAPattern {
    @Inject
    @Origin("chan1.#")
    EventPublisher<StockChanged> stock;
  }

  @Test
  @DisplayName("S3.20 a publisher from no origin is refused at deployment")
  void a_publisher_from_no_origin_is_refused_at_deployment() {
    assertThat(Deployed.failing(WantsAPattern.class))
        .contains("PRIMACY-1261", "WantsAPattern.stock", "chan1.#");
  }

  @ApplicationScoped
  static class WantsTwoOfOneNumber {
    @Inject EventPublisher<StockChanged> stock;
    @Inject EventPublisher<OfTheSameNumber> other;
  }

  @ApplicationScoped
  static class WantsALowNumber {
    @Inject EventPublisher<OfALowNumber> low;
  }

  @Test
  @DisplayName("S3.2, S3.34 a number that two types have, or that is Primacy's, is refused")
  void a_number_that_two_types_have_or_that_is_primacys_is_refused() {
    assertThat(Deployed.failing(WantsTwoOfOneNumber.class))
        .contains("PRIMACY-1255", "10001", "StockChanged", "OfTheSameNumber");
    assertThat(Deployed.failing(WantsALowNumber.class)).contains("PRIMACY-1260", "9999");
  }
}
