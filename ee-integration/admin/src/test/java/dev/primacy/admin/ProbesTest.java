package dev.primacy.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.control.NodeState;
import dev.primacy.control.ReadOnlyState;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What balancers are told, without authentication and over plain HTTP from anywhere. */
class ProbesTest {
  private Site site;
  private FakeGroup group;

  @BeforeEach
  void open() throws Exception {
    site = Site.bare("primacy.probes=true");
    group = site.control.group("orders");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private HttpResponse<String> probe(String path) throws Exception {
    return site.plain("GET", path, null, Site.FROM, "192.0.2.7");
  }

  private String codes() throws Exception {
    return probe("/primary").statusCode()
        + " "
        + probe("/secondary").statusCode()
        + " "
        + probe("/ha_writable").statusCode()
        + " "
        + probe("/ha_writable").body();
  }

  @Test
  @DisplayName("AT-2.18 a primary, a secondary, an unknown path, and a store that is away")
  void the_codes_are_those_that_balancers_are_configured_for() throws Exception {
    assertThat(codes()).isEqualTo("200 503 200 true");
    assertThat(probe("/ha_status").body()).isEqualTo("primary");
    group.goesTo(FakeGroup.N2);
    assertThat(codes()).isEqualTo("503 200 409 false");
    assertThat(probe("/ha_status").body()).isEqualTo("secondary");
    assertThat(probe("/ha_mode").statusCode()).isEqualTo(404);
    group.standing = GroupStanding.SUSPENDED;
    group.connection = NodeState.Connection.DISCONNECTED;
    assertThat(codes()).isEqualTo("503 503 503 unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/primary", "/ha_writable", "/ha_status", "/secondary"})
  void head_answers_as_get_does_without_a_body(String path) throws Exception {
    HttpResponse<String> get = probe(path);
    HttpResponse<String> head = site.plain("HEAD", path, null);
    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(head.headers().firstValue("Content-Length"))
        .isEqualTo(get.headers().firstValue("Content-Length"));
  }

  @Test
  void a_primary_that_is_read_only_is_primary_and_not_writable() throws Exception {
    group.readOnly = new ReadOnlyState(false, true);
    assertThat(codes()).isEqualTo("200 503 409 false");
  }

  @Test
  void the_status_of_one_that_may_not_write_can_be_chosen() throws Exception {
    try (Site other = Site.bare("primacy.probes=true", "primacy.probes.not-writable-status=503")) {
      other.control.group("orders").goesTo(FakeGroup.N2);
      assertThat(other.plain("GET", "/ha_writable", null).statusCode()).isEqualTo(503);
    }
  }

  @Test
  void a_server_without_a_cluster_takes_everything_as_its_guard_does() throws Exception {
    group.standAlone();
    assertThat(codes()).isEqualTo("200 503 200 true");
    assertThat(probe("/ha_status").body()).isEqualTo("none");
  }

  @Test
  @DisplayName("T12 a node that does not know yet is neither")
  void a_node_that_does_not_know_yet_is_neither() throws Exception {
    group.role = NodeRole.SECONDARY;
    group.standing = GroupStanding.JOINING;
    group.connection = NodeState.Connection.DISCONNECTED;
    assertThat(codes()).isEqualTo("503 503 503 unknown");
    group.connection = NodeState.Connection.CONNECTED;
    assertThat(codes()).isEqualTo("503 503 409 false");
  }

  @Test
  void a_node_that_was_told_to_be_nothing_is_certain_not_to_write() throws Exception {
    group.role = NodeRole.SECONDARY;
    group.standing = GroupStanding.SUSPENDED;
    assertThat(codes()).isEqualTo("503 503 409 false");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2s, 200",
    "2000, 2s, 200",
    "2001, 2s, 503",
    "2001, PT3S, 200",
    "6000, '', 200",
    "6001, '', 503",
    "0, 0s, 200",
    "0, nonsense, 400",
    "0, -1s, 400"
  })
  void a_secondary_is_as_good_as_its_news_are_young(long millis, String lag, int status)
      throws Exception {
    group.goesTo(FakeGroup.N2);
    site.clocks.pass(Duration.ofMillis(millis));
    String query = lag.isEmpty() ? "" : "?max-lag=" + lag;
    assertThat(probe("/secondary" + query).statusCode()).isEqualTo(status);
  }

  @Test
  @DisplayName("T12 a clock that was set back, or no news at all, is no news")
  void no_news_is_no_good_news() throws Exception {
    group.goesTo(FakeGroup.N2);
    group.lastChecked = Optional.of(FakeGroup.HEARD.plusSeconds(5));
    assertThat(probe("/secondary?max-lag=1h").statusCode()).isEqualTo(503);
    group.lastChecked = Optional.empty();
    assertThat(probe("/secondary?max-lag=1h").statusCode()).isEqualTo(503);
  }

  @Test
  void a_group_may_be_named() throws Exception {
    site.control.group("east").goesTo(FakeGroup.N2);
    assertThat(probe("/primary?group=east").statusCode()).isEqualTo(503);
    assertThat(probe("/primary?group=orders").statusCode()).isEqualTo(200);
    assertThat(probe("/primary?group=west").statusCode()).isEqualTo(404);
    site.runtime.defaultGroup = Optional.empty();
    assertThat(probe("/primary").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("T12 a probe that cannot be answered is no yes")
  void a_probe_that_cannot_be_answered_is_no_yes() throws Exception {
    group.broken = true;
    for (String path : new String[] {"/primary", "/secondary", "/ha_writable"}) {
      HttpResponse<String> answer = probe(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(500);
      assertThat(answer.body()).doesNotContain("broken", "Exception");
    }
  }

  @Test
  void only_reading_is_there() throws Exception {
    assertThat(site.plain("POST", "/primary", "{}").statusCode()).isEqualTo(405);
  }
}
