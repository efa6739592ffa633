package dev.primacy.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.EngineConnectionLost;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import dev.primacy.event.EventStamp;
import dev.primacy.event.GroupLifecycle;
import dev.primacy.event.LifecycleState;
import dev.primacy.event.SubscriptionAdded;
import dev.primacy.event.SubscriptionRemoved;
import dev.primacy.history.EventQuery;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Events of the past over real HTTP, and subscriptions for those who poll. */
class PollingTest {
  private static final String SUBSCRIPTIONS = "/v1/events/subscriptions";

  private Site site;
  private int fired;

  @EventId(10_001)
  record StockChanged(EventEnvelope envelope, int left) implements ApplicationEvent {}

  @BeforeEach
  void open() throws Exception {
    site = Site.open();
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void fire(String origin, int times) {
    for (int i = 0; i < times; i++) {
      site.runtime.tell(new StockChanged(EventEnvelope.of(origin), ++fired));
    }
  }

  private JsonObject subscribe(String body) throws Exception {
    HttpResponse<String> answer = site.send("POST", SUBSCRIPTIONS, body);
    assertThat(answer.statusCode()).isEqualTo(201);
    return Site.json(answer);
  }

  private JsonArray poll(String session, String query) throws Exception {
    HttpResponse<String> answer = site.get(SUBSCRIPTIONS + "/" + session + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Site.json(answer).getJsonArray("subscriptions");
  }

  private static int events(JsonArray subscriptions, int index) {
    return subscriptions.getJsonObject(index).getJsonArray("events").size();
  }

  private JsonArray events(String query) throws Exception {
    HttpResponse<String> answer = site.get("/v1/events" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Site.json(answer).getJsonArray("events");
  }

  @Test
  @DisplayName(
      "AT-3.16, S3.21: three events are polled once, again from the beginning, and never by a stranger")
  void three_events_are_polled_once_and_again_from_the_beginning() throws Exception {
    JsonObject added = subscribe("{\"eventId\":10001,\"origin\":\"chan1.#\"}");
    String session = added.getString("session");
    assertThat(added.getString("id")).matches("[0-9a-z]{6}");
    assertThat(added.getString("description")).isEqualTo("10001.chan1.#");
    fire("chan1.a", 3);
    fire("chan2", 1);
    JsonArray first = poll(session, "");
    assertThat(first).hasSize(1);
    assertThat(first.getJsonObject(0).getString("description")).isEqualTo("10001.chan1.#");
    assertThat(events(first, 0)).isEqualTo(3);
    assertThat(events(poll(session, ""), 0)).isZero();
    assertThat(events(poll(session, "?since=0"), 0)).isEqualTo(3);
    assertThat(events(poll(session, "?since=nonsense"), 0)).isEqualTo(3);
    assertThat(events(poll(session, "?since=2999-01-01T00:00:00Z"), 0)).isZero();
    assertThat(poll("0123456789abcdef", "")).as("of nobody").isEmpty();

    String other = "{\"session\":\"" + session + "\",\"origin\":\"chan2\"}";
    JsonObject second = subscribe(other);
    assertThat(second.getString("session")).isEqualTo(session);
    fire("chan2", 2);
    String one = "/" + session + "?ids=" + added.getString("id");
    assertThat(Site.json(site.send("DELETE", SUBSCRIPTIONS + one, "")).getInt("removed"))
        .isEqualTo(1);
    JsonArray left = poll(session, "");
    assertThat(left).hasSize(1);
    assertThat(left.getJsonObject(0).getString("id")).isEqualTo(second.getString("id"));
    assertThat(events(left, 0)).as("since it was subscribed").isEqualTo(2);
  }

  @Test
  @DisplayName("S3.21: a session's subscriptions go all at once, and a poll chooses among them")
  void a_sessions_subscriptions_go_all_at_once() throws Exception {
    JsonObject any = subscribe("{}");
    assertThat(any.getString("description")).isEqualTo("*.#");
    String session = any.getString("session");
    JsonObject one = subscribe("{\"session\":\"" + session + "\",\"origin\":\"chan1\"}");
    fire("chan1", 1);
    assertThat(poll(session, "?ids=" + one.getString("id"))).hasSize(1);
    assertThat(poll(session, "?ids=,")).isEmpty();
    assertThat(Site.json(site.send("DELETE", SUBSCRIPTIONS + "/" + session, "")).getInt("removed"))
        .isEqualTo(2);
    assertThat(poll(session, "")).isEmpty();
  }

  @Test
  @DisplayName("S3.2: 1201 and 1202 tell of a subscription that came and went, and on whose behalf")
  void subscriptions_that_come_and_go_are_told() throws Exception {
    JsonObject added = subscribe("{\"origin\":\"chan1\"}");
    site.send("DELETE", SUBSCRIPTIONS + "/" + added.getString("session"), "");
    SubscriptionAdded told = only(SubscriptionAdded.class);
    assertThat(told.envelope().origin()).isEqualTo(added.getString("id"));
    assertThat(told.binding()).isEqualTo("*.chan1");
    assertThat(told.envelope().actor()).contains("a bearer of the token");
    assertThat(only(SubscriptionRemoved.class).binding()).isEqualTo("*.chan1");
    assertThat(SubscriptionAdded.class.getAnnotation(EventId.class).value()).isEqualTo(1201);
    assertThat(SubscriptionRemoved.class.getAnnotation(EventId.class).value()).isEqualTo(1202);
  }

  private <T extends dev.primacy.event.ClusterEvent> T only(Class<T> type) {
    return type.cast(
        site.runtime.history.find(EventQuery.all().type(type)).get(0).event().orElseThrow());
  }

  @Test
  @DisplayName("T10, S3.19: sessions are bounded in number and in time")
  void sessions_are_bounded_in_number_and_in_time() throws Exception {
    JsonObject first = subscribe("{}");
    for (int i = 1; i < Polls.MOST; i++) {
      subscribe("{}");
    }
    HttpResponse<String> refused = site.send("POST", SUBSCRIPTIONS, "{}");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("PRIMACY-2554: ");
    site.clocks.pass(Polls.IDLE.plusSeconds(1));
    subscribe("{}");
    assertThat(poll(first.getString("session"), "")).isEmpty();
    assertThat(site.runtime.history.find(EventQuery.all().type(SubscriptionRemoved.class)))
        .hasSize(Polls.MOST);
  }

  @Test
  @DisplayName("T10: a session's subscriptions are bounded in number")
  void a_sessions_subscriptions_are_bounded() throws Exception {
    String session = subscribe("{}").getString("session");
    String more = "{\"session\":\"" + session + "\"}";
    for (int i = 1; i < PollSession.MOST; i++) {
      subscribe(more);
    }
    HttpResponse<String> refused = site.send("POST", SUBSCRIPTIONS, more);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("PRIMACY-2555: ");
  }

  @Test
  void what_cannot_be_subscribed_is_refused() throws Exception {
    assertThat(site.send("POST", SUBSCRIPTIONS, "{\"eventId\":0}").body()).contains("2553");
    assertThat(site.send("POST", SUBSCRIPTIONS, "{\"eventId\":\"x\"}").body()).contains("2553");
    assertThat(site.send("POST", SUBSCRIPTIONS, "{\"origin\":\"a b\"}").body()).contains("2552");
    assertThat(site.send("POST", SUBSCRIPTIONS, "{\"origin\":7}").body()).contains("1490");
    assertThat(site.send("POST", SUBSCRIPTIONS, "{\"orign\":\"a\"}").body()).contains("1489");
  }

  @Test
  @DisplayName("S3.21: the past is asked for by time, type, origin and text")
  void the_past_is_asked_for_by_time_type_origin_and_text() throws Exception {
    fire("chan1.a", 2);
    site.runtime.tell(new GroupLifecycle(EventEnvelope.of("ledger"), LifecycleState.ACTIVE));
    assertThat(events("")).hasSize(3);
    assertThat(events("?type=LifecycleEvent")).hasSize(1);
    assertThat(events("?type=StockChanged")).hasSize(2);
    assertThat(events("?type=1001").getJsonObject(0).getString("type"))
        .isEqualTo("group-lifecycle");
    assertThat(events("?origin=chan1.*")).hasSize(2);
    assertThat(events("?text=LEFT%3D2")).hasSize(1);
    assertThat(events("?since=0&limit=2").getJsonObject(1).getString("text")).contains("left=2");
    assertThat(events("?limit=1").getJsonObject(0).getString("origin")).isEqualTo("ledger");
    assertThat(Site.json(site.get("/v1/events?limit=1")).getBoolean("more")).isTrue();
    assertThat(events("?since=2999-01-01T00:00:00Z")).isEmpty();
    assertThat(site.get("/v1/events?limit=0").body()).contains("PRIMACY-2550: ");
    assertThat(site.get("/v1/events?type=a.b").body()).contains("PRIMACY-2551: ");
    assertThat(site.get("/v1/events?origin=a%20b").body()).contains("PRIMACY-2552: ");
  }

  @Test
  @DisplayName("T9: where the store is, is not shown, nor found by text")
  void where_the_store_is_is_not_shown() throws Exception {
    site.runtime.history.record(
        new EngineConnectionLost(FakeGroup.N1.id(), 1, "db.example:5432", FakeGroup.HEARD));
    assertThat(events("?type=EngineConnectionLost")).hasSize(1);
    assertThat(events("").toString()).doesNotContain("5432");
    assertThat(events("?text=5432")).isEmpty();
  }

  @Test
  @DisplayName("T1: events are off by default, and for operators unless said otherwise")
  void events_are_off_by_default() throws Exception {
    for (String path : List.of("/v1/events", "/v1/events/stream", SUBSCRIPTIONS + "/x")) {
      assertThat(site.plain("GET", path, null).statusCode()).as(path).isEqualTo(401);
    }
    assertThat(site.plain("POST", SUBSCRIPTIONS, "{}").statusCode()).isEqualTo(401);
    try (Site off = Site.bare("primacy.probes=true")) {
      assertThat(off.get("/v1/events").statusCode()).isEqualTo(404);
      assertThat(off.send("POST", SUBSCRIPTIONS, "{}").statusCode()).isEqualTo(404);
    }
    try (Site open = Site.bare("primacy.admin.read=public")) {
      open.runtime.tell(new StockChanged(EventEnvelope.of("chan1"), 1));
      HttpResponse<String> shown = open.plain("GET", "/v1/events", null);
      assertThat(shown.body()).contains("chan1").doesNotContain("left");
    }
  }

  @Test
  @DisplayName("T9: the log does not say whose session it was")
  void the_log_does_not_say_which_session() {
    assertThat(Routes.canonical("v1/events/subscriptions/0123456789abcdef"))
        .isEqualTo("v1/events/subscriptions/*");
  }

  @Test
  @DisplayName("S3.21: events are streamed, and whoever comes back says which one it saw last")
  void events_are_streamed_with_last_event_id() throws Exception {
    String id;
    try (EventStream stream = site.listenAt("/v1/events/stream")) {
      stream.next();
      hear("01A");
      List<String> told = stream.next();
      id = told.get(0).substring("id: ".length());
      assertThat(told.get(1)).isEqualTo("event: stock-changed");
      assertThat(told.get(2)).contains("\"id\":\"01A\"", "\"origin\":\"chan1\"");
    }
    hear("01B");
    try (EventStream again = site.listenAt("/v1/events/stream", "Last-Event-ID", id)) {
      assertThat(again.next().get(2)).contains("01B");
      assertThat(again.next().get(2)).contains("\"complete\":true");
    }
  }

  @Test
  @DisplayName("T10: a flood of an application's events displaces nothing of groups and nodes")
  void a_flood_displaces_nothing_of_groups_and_nodes() throws Exception {
    String id;
    try (EventStream stream = site.listen()) {
      id = stream.next().get(0).substring("id: ".length());
    }
    site.administration.heard(
        new EngineConnectionLost(FakeGroup.N1.id(), 1, "gone", FakeGroup.HEARD));
    for (int i = 0; i < 2_000; i++) {
      hear("01C");
    }
    try (EventStream again = site.listen("Last-Event-ID", id)) {
      assertThat(again.next().get(1)).isEqualTo("event: engine-connection-lost");
      assertThat(again.next().get(2)).contains("\"complete\":true");
    }
  }

  private void hear(String id) {
    EventStamp stamp = new EventStamp(id, FakeGroup.N1.id(), 1, FakeGroup.HEARD);
    site.administration.heard(new StockChanged(EventEnvelope.of("chan1").withStamp(stamp), 1));
  }

  @Test
  void a_poll_by_head_moves_no_mark() throws Exception {
    String session = subscribe("{\"origin\":\"chan1\"}").getString("session");
    fire("chan1", 1);
    HttpResponse<String> head =
        site.plain("HEAD", SUBSCRIPTIONS + "/" + session, null, "Authorization", Site.BEARER);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(events(poll(session, ""), 0)).isEqualTo(1);
    assertThat(Polls.IDLE).isGreaterThan(Duration.ofMinutes(1));
  }
}
