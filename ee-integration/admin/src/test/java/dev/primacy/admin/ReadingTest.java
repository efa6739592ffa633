package dev.primacy.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.control.Alarm;
import dev.primacy.control.AlarmKind;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators read. */
class ReadingTest {
  private Site site;

  @BeforeEach
  void open() throws Exception {
    site = Site.open();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  @DisplayName("S1.12 a group shows its configuration, its members and this node's state")
  void a_group_shows_its_configuration_its_members_and_this_nodes_state() throws Exception {
    HttpResponse<String> answer = site.get("/group?name=orders");
    JsonObject group = Site.json(answer);
    assertThat(group.getJsonObject("configuration").getString("election")).isEqualTo("automatic");
    JsonObject members = group.getJsonObject("members");
    assertThat(members.getJsonObject("primary").getString("name")).isEqualTo("n1");
    assertThat(members.getJsonArray("secondaries").getJsonObject(0).getString("name"))
        .isEqualTo("n2");
    assertThat(group.getJsonObject("token").getInt("term")).isEqualTo(41);
    assertThat(group.getJsonObject("seenBy").getString("name")).isEqualTo("n1");
    assertThat(members.getJsonObject("primary").getJsonObject("attributes").toString())
        .as("what nodes tell each other is left out")
        .isEqualTo("{\"zone\":\"a\"}");
    assertThat(answer.headers().firstValue("ETag")).contains("\"v%2F1\"");
  }

  @Test
  @DisplayName("S1.10 the state has the five things that people look for")
  void the_state_has_what_people_look_for() throws Exception {
    JsonObject state = Site.json(site.get("/state"));
    assertThat(state.getString("role")).isEqualTo("primary");
    assertThat(state.getString("connection")).isEqualTo("connected");
    assertThat(state.getString("lastHeartbeat")).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(state.getString("lastChecked")).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(state.getString("heartbeatChannel")).isEqualTo("push");
    assertThat(state.getString("haState")).isEqualTo("primary");
    assertThat(state.getInt("haCode")).isEqualTo(3);
  }

  @Test
  void the_cluster_has_every_group_every_guard_and_every_alarm() throws Exception {
    site.control.group("east");
    site.control.alarms.add(
        new Alarm(AlarmKind.HA_QUORUM_LOST, "store", "two of three are gone", FakeGroup.HEARD));
    JsonObject cluster = Site.json(site.get("/cluster"));
    assertThat(cluster.getJsonArray("groups").getValuesAs(JsonObject.class))
        .extracting(group -> group.getString("group"))
        .containsExactly("east", "orders");
    assertThat(cluster.getJsonArray("guards").toString())
        .contains("Ledger.post", "\"enforcedBy\":[\"filter\"]");
    assertThat(cluster.getJsonObject("store").getString("state")).isEqualTo("healthy");
    assertThat(Site.json(site.get("/alarms")).getJsonArray("alarms"))
        .isEqualTo(cluster.getJsonArray("alarms"))
        .hasSize(1);
    assertThat(cluster.getJsonArray("alarms").getJsonObject(0).getString("kind"))
        .isEqualTo("ha-quorum-lost");
  }

  @Test
  void the_cluster_has_how_this_node_is_doing() throws Exception {
    JsonObject cluster = Site.json(site.get("/cluster"));
    JsonObject store = cluster.getJsonObject("store");
    assertThat(store.getString("endpoint")).isEqualTo("store-1:2181");
    assertThat(store.getInt("silenceMs")).isEqualTo(250);
    assertThat(cluster.getJsonObject("observers").toString())
        .isEqualTo("{\"waiting\":8,\"stalled\":1,\"stalls\":2,\"failures\":3}");
    JsonObject messaging = cluster.getJsonObject("messaging");
    assertThat(messaging.getString("messenger")).isEqualTo("carrier");
    assertThat(messaging.getString("state")).isEqualTo("degraded");
    assertThat(messaging.getInt("lost")).isEqualTo(5);
    JsonObject node = cluster.getJsonArray("nodes").getJsonObject(0);
    assertThat(node.getString("name")).isEqualTo("n1");
    assertThat(node.getString("health")).isEqualTo("reachable");
    assertThat(node.getInt("silenceMs")).isEqualTo(900);
    String page = site.get("/cluster", "Accept", "text/html").body();
    assertThat(page).contains("store-1:2181", "<td>carrier</td>", "<td>reachable</td>");
  }

  @Test
  void a_lease_thread_that_is_late_is_not_waited_for() throws Exception {
    site.runtime.vitals.late = Duration.ofSeconds(3);
    assertThat(Site.json(site.get("/cluster")).getJsonArray("nodes")).isEmpty();
  }

  @Test
  void anybody_is_not_told_where_the_store_is() throws Exception {
    try (Site open = Site.bare("primacy.admin.read=public")) {
      String cluster = open.plain("GET", "/cluster", null).body();
      assertThat(cluster).contains("\"silenceMs\":250").doesNotContain("store-1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | false",
        "application/json | false",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | true",
        "text/html;q=0.5, application/json | false",
        "text/*, application/json;q=0.1 | true",
        "text/html;q=0, */* | false",
        "nonsense | false"
      })
  void a_page_is_for_who_prefers_one(String accept, boolean page) {
    assertThat(Accepted.prefersHtml(Optional.of(accept))).isEqualTo(page);
  }

  @Test
  void a_browser_gets_a_page() throws Exception {
    HttpResponse<String> page =
        site.get("/cluster", "Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
    assertThat(page.body()).contains("<td>primary, member</td>", "Ledger.post", "Group orders");
  }

  @Test
  @DisplayName("T6 names that others wrote are shown, not run")
  void names_that_others_wrote_are_shown_and_not_run() throws Exception {
    site.control.alarms.add(
        new Alarm(
            AlarmKind.HA_PRIMARY_DOWN,
            "<script>alert(1)</script>",
            "a\r\nSet-Cookie: x\u0000 & \"'",
            FakeGroup.HEARD));
    HttpResponse<String> page = site.get("/cluster", "Accept", "text/html");
    assertThat(page.body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "a??Set-Cookie: x? &amp; &quot;&#39;")
        .doesNotContain("<script");
    assertThat(Site.json(site.get("/alarms")).getJsonArray("alarms")).hasSize(1);
  }

  @Test
  void a_group_this_node_is_not_in_is_refused() throws Exception {
    assertThat(site.get("/group?name=west").statusCode()).isEqualTo(409);
    assertThat(site.get("/state?group=west").statusCode()).isEqualTo(409);
  }
}
