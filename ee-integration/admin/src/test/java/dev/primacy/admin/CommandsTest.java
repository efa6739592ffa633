package dev.primacy.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.NodeRole;
import dev.primacy.control.ControlError;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands over real HTTP: what they ask of the control, and what they answer. */
class CommandsTest {
  private Site site;

  @BeforeEach
  void open() throws Exception {
    site = Site.open("primacy.admin.wait=200ms");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POST; /cluster/step-down; {}; step-down orders",
        "POST; /cluster/step-down; {\"group\":\"orders\"}; step-down orders",
        "POST; /cluster/promote; {\"node\":\"n2\"}; promote n2 orders",
        "POST; /cluster/switchover; {\"node\":\"n2\"}; switchover n2 orders",
        "POST; /cluster/read-only; {\"readOnly\":true}; read-only true orders",
        "POST; /cluster/freeze; {\"frozen\":true}; freeze true orders",
        "POST; /be-primary; {}; be-primary orders",
        "POST; /be-secondary; {\"primary\":\"n2\"}; be-secondary of n2 orders",
        "POST; /be-none; {}; be-none orders",
        "POST; /be-relay; {}; be-relay orders",
        "POST; /declare-dead; {\"node\":\"n2\"}; declare-dead n2 orders",
        "PUT; /failover; {}; step-down orders",
        "POST; /failover; {}; step-down orders"
      })
  void a_command_is_given_and_answered_with_the_group_as_it_is_then(
      String method, String path, String body, String told) throws Exception {
    HttpResponse<String> answer = site.command(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(site.control.told).containsExactly(told);
    assertThat(answer.headers().firstValue("ETag")).contains(Versions.tag("v/2"));
    assertThat(Site.json(answer).getString("version")).isEqualTo("v/2");
  }

  @ParameterizedTest
  @CsvSource({
    "/be-master, be-primary orders",
    "/be-leader, be-primary orders",
    "/be-slave, be-secondary of n2 orders",
    "/be-follower, be-secondary of n2 orders",
    "/slave-dead, declare-dead n2 orders",
    "/secondary-dead, declare-dead n2 orders"
  })
  @DisplayName("S2.14 the older names are understood")
  void the_older_names_are_understood(String path, String told) throws Exception {
    String body =
        told.contains("of")
            ? "{\"primary\":\"n2\"}"
            : told.contains("n2") ? "{\"node\":\"n2\"}" : "{}";
    assertThat(site.command("POST", path, body).statusCode()).isEqualTo(200);
    assertThat(site.control.told).containsExactly(told);
  }

  @Test
  @DisplayName("T2 a recorded command is refused when it is sent again")
  void a_recorded_command_is_refused_when_it_is_sent_again() throws Exception {
    String tag = site.current("orders");
    String body = "{\"frozen\":true}";
    assertThat(site.send("POST", "/cluster/freeze", body, "If-Match", tag).statusCode())
        .isEqualTo(200);
    site.command("POST", "/cluster/freeze", "{\"frozen\":false}");
    HttpResponse<String> again = site.send("POST", "/cluster/freeze", body, "If-Match", tag);
    assertThat(again.statusCode()).isEqualTo(412);
    assertThat(Site.json(again).getString("error")).isEqualTo("STALE_VERSION");
    assertThat(site.control.group("orders").frozen).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"'';428", "*;428", "W/\"v%2F1\";412", "v1;400", "\"a\", \"b\";400", "\"%zz\";400"})
  void a_command_has_to_say_which_version_it_is_meant_for(String header, int status)
      throws Exception {
    HttpResponse<String> answer =
        header.isEmpty()
            ? site.send("POST", "/be-primary", "{}")
            : site.send("POST", "/be-primary", "{}", "If-Match", header);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(site.control.told).isEmpty();
    assertThat(site.control.secrets).as("nobody was evicted for it").isEmpty();
  }

  @Test
  void where_it_is_optional_a_command_may_be_meant_for_any_version() throws Exception {
    try (Site lax = Site.open("primacy.admin.if-match=optional")) {
      assertThat(lax.send("POST", "/be-primary", "{}").statusCode()).isEqualTo(200);
      assertThat(lax.send("POST", "/be-none", "{}", "If-Match", "\"v%2F9\"").statusCode())
          .isEqualTo(412);
    }
  }

  @ParameterizedTest
  @EnumSource(ControlError.class)
  void every_error_has_a_status_a_number_and_a_word(ControlError error) throws Exception {
    site.control.refusing = Optional.of(error);
    HttpResponse<String> answer = site.command("POST", "/be-primary", "{}");
    assertThat(answer.statusCode()).isEqualTo(Statuses.of(error)).isBetween(400, 599);
    JsonObject problem = Site.json(answer);
    assertThat(problem.getString("error")).isEqualTo(error.name());
    assertThat(problem.getInt("code")).isEqualTo(error.code());
    assertThat(problem.getString("detail")).startsWith("PRIMACY-");
    assertThat(problem.getString("correlationId"))
        .isEqualTo(answer.headers().firstValue("Primacy-Correlation-Id").orElseThrow());
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_STATE, 409",
    "STALE_VERSION, 412",
    "BAD_TOKEN, 403",
    "CONTROL_LOST, 409",
    "UPGRADE_IN_PROGRESS, 423",
    "UNKNOWN_OUTCOME, 504",
    "BAD_REQUEST, 400",
    "ALREADY_MEMBER, 409",
    "NOT_MEMBER, 409"
  })
  void the_statuses_are_those_that_operators_know(ControlError error, int status) {
    assertThat(Statuses.of(error)).isEqualTo(status);
  }

  @Test
  void what_takes_longer_is_answered_202_and_where_to_look() throws Exception {
    site.control.silent = true;
    HttpResponse<String> answer = site.command("POST", "/be-primary", "{}");
    assertThat(answer.statusCode()).isEqualTo(202);
    String where = answer.headers().firstValue("Location").orElseThrow();
    assertThat(where).isEqualTo("/app/primacy/group?name=orders");
    assertThat(site.get("/group?name=orders").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("AT-1.6 failover of a server without a group is 409, and nothing happens")
  void failover_without_a_group_is_refused() throws Exception {
    site.control.group("orders").standAlone();
    HttpResponse<String> answer = site.send("PUT", "/failover", "{}");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(site.control.told).isEmpty();
    assertThat(site.control.group("orders").role).isEqualTo(NodeRole.NOT_IN_GROUP);
  }

  @Test
  @DisplayName("AT-1.4 AT-1.5 failover yields on a primary and takes over on a secondary")
  void failover_yields_on_a_primary_and_takes_over_on_a_secondary() throws Exception {
    site.command("PUT", "/failover", "{}");
    site.command("PUT", "/failover", "{}");
    assertThat(site.control.told).containsExactly("step-down orders", "be-primary orders");
    assertThat(site.control.group("orders").role).isEqualTo(NodeRole.PRIMARY);
  }

  @Test
  @DisplayName("S2.2 the front takes command once, and again when somebody else had it")
  void the_front_takes_command_once_and_again_when_somebody_else_had_it() throws Exception {
    site.command("POST", "/be-primary", "{}");
    site.command("POST", "/be-none", "{}");
    assertThat(site.control.secrets).hasSize(1);
    site.control.connect("somebody else's secret of enough bytes");
    assertThat(site.command("POST", "/be-primary", "{}").statusCode()).isEqualTo(200);
    assertThat(site.control.secrets).hasSize(3);
    assertThat(site.control.secrets.get(0)).isEqualTo(site.control.secrets.get(2));
  }

  @Test
  void nodes_with_one_token_command_with_one_secret_which_does_not_tell_the_token() {
    AdminSettings one = AdminSettings.of(new FakeRuntime(Site.of(token())).settings().values());
    AdminSettings other = AdminSettings.of(new FakeRuntime(Site.of(token())).settings().values());
    java.security.SecureRandom random = new java.security.SecureRandom();
    assertThat(ControlSecret.of(one, random))
        .isEqualTo(ControlSecret.of(other, random))
        .hasSizeGreaterThanOrEqualTo(32)
        .doesNotContain(Site.TOKEN);
  }

  private static String token() {
    return "primacy.admin.token=" + Site.TOKEN;
  }

  @Test
  void a_live_group_is_changed_in_both_respects_one_after_the_other() throws Exception {
    HttpResponse<String> answer =
        site.command("PUT", "/group", "{\"frozen\":true,\"readOnly\":true}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(site.control.told).containsExactly("freeze true orders", "read-only true orders");
    JsonObject configuration = Site.json(answer).getJsonObject("configuration");
    assertThat(configuration.getBoolean("frozen")).isTrue();
    assertThat(configuration.getJsonObject("readOnly").getBoolean("configured")).isTrue();
  }

  @Test
  void of_two_changes_a_stale_version_lets_none_happen() throws Exception {
    HttpResponse<String> answer =
        site.send("PUT", "/group", "{\"frozen\":true,\"readOnly\":true}", "If-Match", "\"v%2F9\"");
    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(site.control.told).isEmpty();
  }

  @Test
  @DisplayName("S1.13 groups are created, joined, left and configured ahead")
  void groups_come_and_go() throws Exception {
    assertThat(site.send("POST", "/group", "{\"group\":\"east\"}").statusCode()).isEqualTo(200);
    assertThat(site.send("DELETE", "/group/members", "{\"group\":\"east\"}").statusCode())
        .isEqualTo(200);
    String ahead = "{\"group\":\"east\",\"settings\":{\"election\":\"operator\"}}";
    HttpResponse<String> configured = site.send("PUT", "/configuration", ahead);
    assertThat(configured.statusCode()).isEqualTo(200);
    assertThat(configured.body()).contains("\"configured\":[\"election\"]");
    assertThat(site.control.configured).containsEntry("east", Map.of("election", "operator"));
    assertThat(site.send("PUT", "/group/members", "{\"group\":\"east\"}").statusCode())
        .isEqualTo(200);
    assertThat(site.send("DELETE", "/group", "{\"group\":\"east\"}").statusCode()).isEqualTo(200);
    assertThat(site.send("DELETE", "/group", "{\"group\":\"east\"}").statusCode()).isEqualTo(409);
    assertThat(site.control.told)
        .containsExactly("create east", "leave east", "join east", "drop east");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POST; /group; {\"group\":\"orders\"}; ALREADY_MEMBER",
        "PUT; /group/members; {\"group\":\"orders\"}; ALREADY_MEMBER",
        "PUT; /configuration; {\"group\":\"orders\",\"settings\":{\"join\":\"later\"}}; ALREADY_MEMBER",
        "PUT; /group; {\"group\":\"west\",\"frozen\":true}; NOT_MEMBER",
        "DELETE; /group/members; {\"group\":\"west\"}; NOT_MEMBER",
        "PUT; /failover; {\"group\":\"west\"}; NOT_MEMBER"
      })
  @DisplayName("AT-1.11 what a node is already, or is not, is 409")
  void what_a_node_is_already_or_is_not_is_a_conflict(
      String method, String path, String body, String error) throws Exception {
    HttpResponse<String> answer = site.send(method, path, body);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Site.json(answer).getString("error")).isEqualTo(error);
    assertThat(site.control.told).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /group",
    "PUT, /group/members",
    "DELETE, /group/members",
    "PUT, /group",
    "PUT, /configuration",
    "PUT, /failover",
    "POST, /cluster/promote"
  })
  @DisplayName("AT-1.11 an empty body is 400")
  void an_empty_body_is_refused(String method, String path) throws Exception {
    assertThat(site.send(method, path, "").statusCode()).isEqualTo(400);
    assertThat(site.control.told).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/group", "/group/members", "/configuration"})
  @DisplayName("S1.13 at least one parameter is needed")
  void at_least_one_parameter_is_needed(String path) throws Exception {
    assertThat(site.send("PUT", path, "{}").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "1",
        "{",
        "{\"frozen\":\"yes\"}",
        "{\"frozen\":null}",
        "{\"freeze\":true}",
        "{\"frozen\":true,\"more\":1}",
        "{}",
        "{\"frozen\":true} {}",
        "{\"frozen\":true,\"group\":\"no name\"}",
        "{\"frozen\":true,\"group\":\"a\\nb\"}",
        "{\"frozen\":true,\"group\":7}"
      })
  @DisplayName("T6 what is not understood to the last member is not carried out")
  void what_is_not_understood_is_not_carried_out(String body) throws Exception {
    HttpResponse<String> answer = site.command("POST", "/cluster/freeze", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Site.json(answer).getString("error")).isEqualTo("BAD_REQUEST");
    assertThat(answer.body()).doesNotContain("more", "no name", "a\\nb");
    assertThat(site.control.told).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx"})
  @DisplayName("S1.15 only JSON is read, which no page of another origin can send by itself")
  void only_json_is_read(String type) throws Exception {
    HttpResponse<String> answer =
        site.send(
            "POST",
            "/cluster/freeze",
            "{\"frozen\":true}",
            "Content-Type",
            type,
            "If-Match",
            site.current("orders"));
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(site.control.told).isEmpty();
  }

  @Test
  void a_body_that_nothing_here_needs_is_not_read_to_its_end() throws Exception {
    String body = "{\"group\":\"" + "x".repeat(Request.LARGEST_BODY) + "\"}";
    assertThat(site.command("POST", "/be-primary", body).statusCode()).isEqualTo(413);
  }

  @Test
  void a_group_has_to_be_named_where_there_is_no_default_one() throws Exception {
    site.runtime.defaultGroup = Optional.empty();
    assertThat(site.command("POST", "/be-primary", "{}").statusCode()).isEqualTo(400);
    assertThat(site.get("/state").statusCode()).isEqualTo(400);
  }

  @Test
  void a_method_that_does_nothing_is_told_which_do() throws Exception {
    HttpResponse<String> answer = site.send("DELETE", "/failover", "{}");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST, PUT");
    assertThat(site.send("POST", "/be-emperor", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("T12 a defect is 500, and says nothing of itself")
  void a_defect_says_nothing_of_itself() throws Exception {
    site.control.silent = true;
    site.control.unanswered.completeExceptionally(new IllegalStateException("db.example.com"));
    HttpResponse<String> answer = site.command("POST", "/be-primary", "{}");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("PRIMACY-9080").doesNotContain("example.com", "Exception");
  }

  @Test
  void commands_leave_one_line_each_in_the_log() throws Exception {
    List<String> lines;
    try (LogLines log = LogLines.of("dev.primacy.admin")) {
      site.command("POST", "/cluster/freeze", "{\"frozen\":true}");
      site.send("POST", "/cluster/freeze", "{\"frozen\":true}", "If-Match", "\"v%2F9\"");
      lines = log.all();
    }
    assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("PRIMACY-2541: "));
    assertThat(lines.get(0)).contains("POST cluster/freeze by a bearer of the token: 200");
    assertThat(lines.get(1)).contains("STALE_VERSION");
    assertThat(String.join("", lines)).doesNotContain(Site.TOKEN);
  }
}
