package dev.primacy.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask what, and what those learn who may not. */
class AuthorisationTest {
  private static final String FREEZE = "{\"frozen\":true}";

  private static final List<String> WRONG =
      List.of(
          Site.BEARER + "x",
          Site.BEARER.substring(0, Site.BEARER.length() - 1),
          "Bearer " + Site.TOKEN.replace('0', '1'),
          "Bearer " + "y".repeat(4_000),
          "Bearer x",
          "Bearer ",
          "Bearer",
          "Digest " + Site.TOKEN,
          Site.TOKEN,
          "Bearer " + Site.TOKEN + " " + Site.TOKEN);

  @Test
  @DisplayName("T1 nothing is there unless it is switched on")
  void nothing_is_there_unless_it_is_switched_on() throws Exception {
    try (Site off = Site.bare("primacy.admin.token=" + Site.TOKEN)) {
      assertThat(off.administration.settings().answers()).isFalse();
      for (String path : List.of("/cluster", "/group", "/state", "/alarms", "/cluster/events")) {
        assertThat(off.get(path).statusCode()).as(path).isEqualTo(404);
      }
      for (String path : List.of("/primary", "/secondary", "/ha_writable", "/ha_status")) {
        assertThat(off.get(path).statusCode()).as(path).isEqualTo(404);
      }
      assertThat(off.command("POST", "/cluster/freeze", FREEZE).statusCode()).isEqualTo(404);
      assertThat(off.control.told).isEmpty();
    }
  }

  @Test
  void each_part_is_switched_on_by_itself() throws Exception {
    String token = "primacy.admin.token=" + Site.TOKEN;
    try (Site reading = Site.bare(token, "primacy.admin.read=true")) {
      assertThat(reading.get("/cluster").statusCode()).isEqualTo(200);
      assertThat(reading.command("POST", "/cluster/freeze", FREEZE).statusCode()).isEqualTo(404);
      assertThat(reading.get("/primary").statusCode()).isEqualTo(404);
    }
    try (Site probes = Site.bare(token, "primacy.probes=true")) {
      assertThat(probes.get("/primary").statusCode()).isEqualTo(200);
      assertThat(probes.get("/cluster").statusCode()).isEqualTo(404);
    }
    try (Site commands = Site.bare(token, "primacy.admin.enabled=true")) {
      assertThat(commands.get("/group").statusCode()).isEqualTo(200);
      assertThat(commands.plain("GET", "/group", null).statusCode()).isEqualTo(401);
    }
  }

  @Test
  @DisplayName("T1 AT-1.11 whoever is not known gets one answer, whatever was sent or left out")
  void whoever_is_not_known_gets_one_answer() throws Exception {
    try (Site site = Site.open()) {
      List<HttpResponse<String>> answers = new ArrayList<>();
      answers.add(site.plain("POST", "/cluster/freeze", FREEZE, "If-Match", "\"v%2F1\""));
      for (String wrong : WRONG) {
        answers.add(
            site.plain(
                "POST",
                "/cluster/freeze",
                FREEZE,
                "Authorization",
                wrong,
                "If-Match",
                "\"v%2F1\""));
      }
      assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(401);
      assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
      assertThat(answers.stream().map(answer -> lasting(answer.headers())).distinct()).hasSize(1);
      assertThat(answers.get(0).headers().firstValue("WWW-Authenticate"))
          .contains("Bearer realm=\"primacy\"");
      assertThat(site.control.told).isEmpty();
      assertThat(site.control.secrets).isEmpty();
    }
  }

  /** Without those that name the moment and the request. */
  private static Map<String, List<String>> lasting(HttpHeaders headers) {
    Map<String, List<String>> lasting = new TreeMap<>(headers.map());
    lasting.keySet().removeIf(name -> name.equalsIgnoreCase("date"));
    lasting.keySet().removeIf(name -> name.equalsIgnoreCase("primacy-correlation-id"));
    return lasting;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cluster", "/group", "/state", "/alarms", "/cluster/events"})
  void reading_needs_an_operator_as_commands_do(String path) throws Exception {
    try (Site site = Site.open()) {
      assertThat(site.plain("GET", path, null).statusCode()).isEqualTo(401);
      assertThat(site.plain("GET", path, null, "Authorization", Site.basic("bob")).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void reading_is_for_anybody_where_that_is_said_and_commands_are_not() throws Exception {
    try (Site site = Site.open("primacy.admin.read=public")) {
      assertThat(site.plain("GET", "/cluster", null, Site.FROM, "192.0.2.7").statusCode())
          .isEqualTo(200);
      assertThat(site.plain("POST", "/cluster/freeze", FREEZE).statusCode()).isEqualTo(401);
    }
  }

  @Test
  @DisplayName("AT-1.11 anonymous 401, logged in without the role 403, an operator 200")
  void a_login_counts_by_its_role() throws Exception {
    try (Site site = Site.open()) {
      assertThat(freeze(site).statusCode()).isEqualTo(401);
      HttpResponse<String> bob = freeze(site, "Authorization", Site.basic("bob"));
      assertThat(bob.statusCode()).isEqualTo(403);
      assertThat(bob.body()).contains("PRIMACY-1481").doesNotContain("bob", "primacy-operator");
      assertThat(site.control.told).isEmpty();
      try (LogLines log = LogLines.of("dev.primacy.admin")) {
        assertThat(freeze(site, "Authorization", Site.basic("ann")).statusCode()).isEqualTo(200);
        assertThat(log.all()).anyMatch(line -> line.contains("by ann"));
      }
    }
  }

  @Test
  void without_a_token_the_role_alone_counts() throws Exception {
    try (Site site = Site.bare("primacy.admin.enabled=true")) {
      assertThat(freeze(site, "Authorization", Site.BEARER).statusCode()).isEqualTo(401);
      assertThat(freeze(site, "Authorization", "Bearer ").statusCode()).isEqualTo(401);
      assertThat(freeze(site, "Authorization", Site.basic("ann")).statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> freeze(Site site, String... headers) throws Exception {
    String[] all =
        Stream.concat(Stream.of(headers), Stream.of("If-Match", site.current("orders")))
            .toArray(String[]::new);
    return site.plain("POST", "/cluster/freeze", FREEZE, all);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, http, '', 403",
    "192.0.2.7, https, '', 200",
    "127.0.0.1, http, '', 200",
    "127.8.8.8, http, '', 200",
    "::1, http, '', 200",
    "127.0.0.1, http, X-Forwarded-For, 403",
    "127.0.0.1, http, Forwarded, 403",
    "127.0.0.1, https, X-Forwarded-For, 200"
  })
  @DisplayName("T1 operators are heard over TLS or from this machine, and nowhere else")
  void operators_are_heard_over_tls_or_from_this_machine(
      String address, String scheme, String proxy, int status) throws Exception {
    try (Site site = Site.open()) {
      List<String> headers = new ArrayList<>(List.of(Site.FROM, address, Site.SCHEME, scheme));
      if (!proxy.isEmpty()) {
        headers.addAll(List.of(proxy, "198.51.100.1"));
      }
      HttpResponse<String> right = site.get("/group", headers.toArray(String[]::new));
      assertThat(right.statusCode()).isEqualTo(status);
      headers.addAll(List.of("Authorization", "Bearer wrong"));
      HttpResponse<String> wrong =
          site.plain("GET", "/group", null, headers.toArray(String[]::new));
      assertThat(wrong.statusCode()).isEqualTo(status == 403 ? 403 : 401);
    }
  }

  @Test
  @DisplayName("T9 AT-1.11 the secrets are in no answer and in no line of the log")
  void the_secrets_are_nowhere() throws Exception {
    List<String> seen = new ArrayList<>();
    String secret = "the-secret-of-the-group-0123456789-abc";
    try (LogLines log = LogLines.of("dev.primacy");
        Site site = Site.open("primacy.control.secret=" + secret, "primacy.config.unknown=warn")) {
      for (String path : List.of("/cluster", "/group", "/state", "/alarms", "/nothing")) {
        seen.add(site.get(path).body());
        seen.add(site.plain("GET", path, null, "Authorization", "Bearer wrong").body());
      }
      seen.add(site.command("POST", "/cluster/freeze", FREEZE).body());
      seen.add(site.command("POST", "/cluster/freeze", "{\"" + Site.TOKEN + "\":1}").body());
      seen.add(site.send("POST", "/" + Site.TOKEN, "{}").body());
      String settings = "{\"group\":\"east\",\"settings\":{\"token\":\"" + Site.TOKEN + "\"}}";
      seen.add(site.send("PUT", "/configuration", settings).body());
      seen.add(site.administration.settings().toString());
      assertThat(site.control.secrets).containsExactly(secret);
      assertThat(log.all()).isNotEmpty();
      seen.addAll(log.all());
    }
    assertThat(seen).noneMatch(text -> text.contains(Site.TOKEN) || text.contains(secret));
  }

  @Test
  @DisplayName("T9 no refusal names a host, a node or what went wrong inside")
  void no_refusal_names_a_host() throws Exception {
    try (Site site = Site.open()) {
      List<HttpResponse<String>> refusals =
          List.of(
              site.plain("GET", "/cluster", null),
              site.plain("GET", "/cluster", null, "Authorization", Site.basic("bob")),
              site.get("/nothing"),
              site.get("/group?name=west"),
              site.send("POST", "/be-primary", "{}"),
              site.send("DELETE", "/failover", "{}"));
      assertThat(refusals)
          .allSatisfy(
              refusal ->
                  assertThat(refusal.body())
                      .startsWith("{\"type\":\"about:blank\"")
                      .contains("\"detail\":\"PRIMACY-")
                      .doesNotContain("example.com", "n1", "Exception", "at dev."));
    }
  }

  @Test
  void whoever_floods_floods_no_log() throws Exception {
    try (LogLines log = LogLines.of("dev.primacy.admin");
        Site site = Site.open()) {
      for (int i = 0; i < 5; i++) {
        site.plain("GET", "/group", null);
      }
      assertThat(refusals(log)).hasSize(1);
      site.clocks.pass(Duration.ofMinutes(1));
      site.plain("GET", "/group", null);
      assertThat(refusals(log)).hasSize(2);
      assertThat(refusals(log).get(1)).contains("PRIMACY-2542: 5 request(s)");
    }
  }

  private static List<String> refusals(LogLines log) {
    return log.all().stream().filter(line -> line.contains("PRIMACY-2542")).toList();
  }

  @Test
  void nobody_keeps_an_answer_and_no_other_origin_is_let_read_it() throws Exception {
    try (Site site = Site.open()) {
      for (HttpResponse<String> answer :
          List.of(
              site.get("/group", "Origin", "https://evil.example"),
              site.plain("GET", "/group", null),
              site.plain("OPTIONS", "/group", null, "Origin", "https://evil.example"))) {
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().map().keySet())
            .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"))
            .noneMatch(name -> name.equalsIgnoreCase("set-cookie"));
      }
    }
  }
}
