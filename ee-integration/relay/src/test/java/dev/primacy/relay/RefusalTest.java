package dev.primacy.relay;

import static dev.primacy.relay.RawFollower.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.NodeLifecycle;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.UnknownFields;
import dev.primacy.core.runtime.RelayState;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.core.settings.SettingValues;
import dev.primacy.core.settings.SettingsTable;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a relay refuses, over HTTP, whoever asks. */
class RefusalTest {
  private static final Duration LEASE = Duration.ofSeconds(1);

  private final SharedStore store = new SharedStore("m-" + UUID.randomUUID(), "test");
  private final RelayState state = new RelayState();
  private RelayDesk desk;
  private WebServer server;
  private RawFollower follower;

  @BeforeEach
  void open() throws Exception {
    open(new RelayTerms(false, RelayService.TOKEN, false, 3, 1_000));
    state.relay("ledger", true);
  }

  private void open(RelayTerms terms) throws Exception {
    desk = new RelayDesk(terms, state, store, SystemClocks.INSTANCE);
    server = WebServer.of(new RelayServlet(desk, Thread::new), 0);
    follower = new RawFollower(server.url("/relay"));
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
    server.close();
    store.close();
  }

  private static RecordKey node(UUID incarnation) {
    return new RecordKey(RecordKind.NODE, incarnation.toString());
  }

  private static RecordKey group() {
    return new RecordKey(RecordKind.GROUP, "ledger");
  }

  private static NodeRecord passive(String name, NodeState state) {
    return record(name, state, true, LEASE);
  }

  private static NodeRecord record(
      String name, NodeState state, boolean passive, Duration longestLease) {
    return new NodeRecord(
        name,
        state,
        1,
        LEASE,
        0.01,
        longestLease,
        Set.of("ledger"),
        false,
        passive,
        0,
        Optional.empty(),
        NodeLifecycle.UP,
        Map.of(),
        Optional.empty(),
        Map.of(),
        UnknownFields.NONE);
  }

  private static void assertRefused(HttpResponse<byte[]> response, int status, String number) {
    assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
    assertThat(text(response)).contains("\"status\":" + status, number);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.headers().firstValue("Primacy-Relay")).hasValue("refused");
  }

  private static String stored(HttpResponse<byte[]> response) {
    assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
    assertThat((char) response.body()[4]).isEqualTo('S');
    return new String(
        response.body(), 11, response.body()[10], java.nio.charset.StandardCharsets.UTF_8);
  }

  // ---- who may ask

  @Test
  @DisplayName("T1: a wrong, a short and a missing token are answered alike")
  void t1_wrong_short_and_missing_tokens_take_one_way() throws Exception {
    follower.token = "x".repeat(RelayService.TOKEN.length());
    HttpResponse<byte[]> wrong = follower.list();
    assertRefused(wrong, 401, "PRIMACY-3460");
    for (String other : new String[] {"", "x", RelayService.TOKEN + "x", "Basic abc", "Bearer "}) {
      follower.token = other;
      HttpResponse<byte[]> response = follower.list();
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.body()).isEqualTo(wrong.body());
      assertThat(response.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    }
    assertThat(text(wrong)).doesNotContain(RelayService.TOKEN, "test", "ledger");
  }

  @Test
  @DisplayName("T1: a stranger does not learn whether this node is a relay")
  void t1_a_stranger_learns_nothing_of_this_node() throws Exception {
    follower.token = "";
    HttpResponse<byte[]> relay = follower.list();
    state.relay("ledger", false);
    assertThat(follower.list().body()).isEqualTo(relay.body());
    store.followsOnly = true;
    assertThat(follower.list().body()).isEqualTo(relay.body());
  }

  @Test
  void a_node_that_is_no_relay_refuses_until_it_is_one_and_when_it_is_none_any_more()
      throws Exception {
    assertThat(follower.list().statusCode()).isEqualTo(200);
    state.relay("ledger", false);
    assertRefused(follower.list(), 409, "PRIMACY-3462");
    state.relay("ledger", true);
    assertThat(follower.list().statusCode()).isEqualTo(200);
  }

  @Test
  void always_means_also_while_it_is_no_relay() throws Exception {
    state.relay("ledger", false);
    server.close();
    open(new RelayTerms(true, RelayService.TOKEN, false, 3, 1_000));
    assertThat(follower.list().statusCode()).isEqualTo(200);
  }

  @Test
  void a_relay_of_a_relay_is_refused() throws Exception {
    store.followsOnly = true;
    assertRefused(follower.list(), 409, "PRIMACY-3463");
  }

  @Test
  @DisplayName("T4: from another machine only over TLS")
  void t4_plain_http_from_another_machine_is_refused() {
    Door door = new Door(terms(false), state, store);
    Optional<String> token = Optional.of("Bearer " + RelayService.TOKEN);
    Optional<String> type = Optional.of(Format.TYPE);
    assertThatThrownBy(() -> door.pass(new Caller(false, false, token, type)))
        .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.status()).isEqualTo(403))
        .hasMessageContaining("PRIMACY-3461");
    assertThatThrownBy(() -> door.pass(new Caller(false, false, Optional.empty(), type)))
        .hasMessageContaining("PRIMACY-3461");
    org.assertj.core.api.Assertions.assertThatCode(
            () -> {
              door.pass(new Caller(true, false, token, type));
              door.pass(new Caller(false, true, token, type));
              new Door(terms(true), state, store).pass(new Caller(false, false, token, type));
            })
        .doesNotThrowAnyException();
  }

  private static RelayTerms terms(boolean insecure) {
    return new RelayTerms(true, RelayService.TOKEN, insecure, 3, 1_000);
  }

  @Test
  void a_short_token_is_a_problem_at_deployment_and_none_is_none_to_serve_with() {
    assertThat(RelayTerms.of(values(Map.of()))).isEmpty();
    for (String token : new String[] {"", "x".repeat(31)}) {
      assertThatThrownBy(
              () ->
                  RelayTerms.of(
                      values(
                          Map.of(
                              "primacy.relay.serve", "true", "primacy.relay.serve-token", token))))
          .hasMessageContaining("PRIMACY-3450")
          .hasMessageContaining(token.length() + " bytes");
    }
    RelayTerms read =
        RelayTerms.of(
                values(
                    Map.of(
                        "primacy.relay.serve",
                        "always",
                        "primacy.relay.serve-token",
                        RelayService.TOKEN)))
            .orElseThrow();
    assertThat(read).isEqualTo(new RelayTerms(true, RelayService.TOKEN, false, 100, 50));
    assertThat(read.toString()).doesNotContain(RelayService.TOKEN);
  }

  private static SettingValues values(Map<String, String> settings) {
    return new SettingValues(SettingsTable.core(), new MapSettings(settings));
  }

  // ---- what is no request

  @Test
  @DisplayName("T5: another version is refused with both")
  void t5_another_version_is_refused_by_naming_both() throws Exception {
    follower.version = 7;
    HttpResponse<byte[]> response = follower.list();
    assertRefused(response, 400, "PRIMACY-3464");
    assertThat(text(response)).contains("version 7", "version 1");
  }

  @Test
  @DisplayName("T5: what is malformed or too large is refused before anything is done")
  void t5_what_is_no_request_is_refused() throws Exception {
    byte[] whole = follower.body(out -> RawFollower.putBody(out, group(), "", new byte[10]));
    for (int length = 0; length < whole.length; length++) {
      assertThat(follower.post("put", java.util.Arrays.copyOf(whole, length)).statusCode())
          .isEqualTo(400);
    }
    assertRefused(
        follower.post("put", java.util.Arrays.copyOf(whole, whole.length + 1)),
        400,
        "PRIMACY-3465");
    assertRefused(follower.post("nonsense", whole), 400, "PRIMACY-3465");
    assertRefused(follower.post("put", new byte[80_000]), 413, "PRIMACY-3472");
    byte[] absurd =
        follower.body(
            out -> {
              out.writeByte('G');
              out.writeUTF("ledger");
              out.writeUTF("");
              out.writeInt(Integer.MAX_VALUE);
            });
    assertRefused(follower.post("put", absurd), 413, "PRIMACY-3472");
    follower.type = "application/json";
    assertRefused(follower.list(), 415, "PRIMACY-3473");
    assertThat(store.store().list()).isEmpty();
  }

  @Test
  void a_follower_of_another_cluster_is_refused() throws Exception {
    follower.cluster = "elsewhere";
    HttpResponse<byte[]> response = follower.list();
    assertRefused(response, 409, "PRIMACY-3466");
    assertThat(text(response)).contains("'elsewhere'", "'test'");
  }

  // ---- what may be written

  @Test
  @DisplayName("T12: a follower can take no group, whatever it sends")
  void t12_groups_schedules_and_removals_are_refused() throws Exception {
    byte[] group =
        RecordCodec.encode(
            GroupRecord.created(UUID.randomUUID(), "automatic", "x").takenBy(UUID.randomUUID()));
    assertRefused(follower.put(group(), "", group), 403, "PRIMACY-3467");
    RecordKey schedule = new RecordKey(RecordKind.SCHEDULE, "ledger");
    assertRefused(follower.put(schedule, "", group), 403, "PRIMACY-3467");
    UUID self = UUID.randomUUID();
    String version =
        stored(follower.put(node(self), "", RecordCodec.encode(passive("n3", NodeState.ALIVE))));
    assertRefused(follower.remove(node(self), version), 403, "PRIMACY-3467");
    assertRefused(follower.put(node(self), version, group), 403, "PRIMACY-3467");
    RecordKey shouted =
        new RecordKey(RecordKind.NODE, self.toString().toUpperCase(java.util.Locale.ROOT));
    assertRefused(
        follower.put(shouted, "", RecordCodec.encode(passive("n3", NodeState.ALIVE))),
        403,
        "PRIMACY-3467");
    assertThat(store.store().list()).hasSize(1);
  }

  @Test
  void its_own_record_is_passive_and_alive_or_left() throws Exception {
    RecordKey key = node(UUID.randomUUID());
    byte[] active = RecordCodec.encode(record("n3", NodeState.ALIVE, false, LEASE));
    assertRefused(follower.put(key, "", active), 403, "PRIMACY-3468");
    byte[] expelled = RecordCodec.encode(passive("n3", NodeState.EXPELLED));
    assertRefused(follower.put(key, "", expelled), 403, "PRIMACY-3468");
    byte[] left = RecordCodec.encode(passive("n3", NodeState.LEFT));
    assertRefused(follower.put(key, "", left), 403, "PRIMACY-3468");
    String version =
        stored(follower.put(key, "", RecordCodec.encode(passive("n3", NodeState.ALIVE))));
    assertRefused(follower.put(key, version, active), 403, "PRIMACY-3468");
    stored(follower.put(key, version, left));
  }

  @Test
  void a_record_that_would_keep_others_from_leading_is_refused() throws Exception {
    byte[] picky = RecordCodec.encode(record("n3", NodeState.ALIVE, true, Duration.ofMillis(10)));
    assertRefused(follower.put(node(UUID.randomUUID()), "", picky), 403, "PRIMACY-3469");
  }

  @Test
  @DisplayName("T12: nobody else's record is written, be it a member's or another follower's")
  void t12_another_nodes_record_is_refused() throws Exception {
    RecordKey member = node(UUID.randomUUID());
    byte[] members = RecordCodec.encode(record("n1", NodeState.ALIVE, false, LEASE));
    String version = version(store.store().put(member, RecordVersion.ABSENT, members));
    byte[] forged = RecordCodec.encode(passive("n1", NodeState.LEFT));
    assertRefused(follower.put(member, version, forged), 403, "PRIMACY-3467");

    RecordKey own = node(UUID.randomUUID());
    String first =
        stored(follower.put(own, "", RecordCodec.encode(passive("n3", NodeState.ALIVE))));
    RawFollower other = new RawFollower(server.url("/relay"));
    byte[] end = RecordCodec.encode(passive("n3", NodeState.LEFT));
    assertRefused(other.put(own, first, end), 403, "PRIMACY-3467");
    stored(follower.put(own, first, end));
  }

  private static String version(PutOutcome outcome) {
    return ((PutOutcome.Stored) outcome).version().value();
  }

  @Test
  void a_follower_that_came_from_another_relay_goes_on_with_its_record() throws Exception {
    RecordKey own = node(UUID.randomUUID());
    byte[] before = RecordCodec.encode(passive("n3", NodeState.ALIVE));
    String version = version(store.store().put(own, RecordVersion.ABSENT, before));
    byte[] renamed = RecordCodec.encode(passive("n4", NodeState.ALIVE));
    assertRefused(follower.put(own, version, renamed), 403, "PRIMACY-3467");
    stored(follower.put(own, version, before));
  }

  // ---- how much

  @Test
  @DisplayName("T10: so many followers, and no more")
  void t10_the_number_of_followers_is_bounded() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(new RawFollower(server.url("/relay")).list().statusCode()).isEqualTo(200);
    }
    HttpResponse<byte[]> response = follower.list();
    assertRefused(response, 429, "PRIMACY-3470");
  }

  @Test
  @DisplayName("T10: each follower as often as allowed, and no oftener")
  void t10_the_rate_of_each_follower_is_bounded() throws Exception {
    ManualClocks clocks = new ManualClocks();
    Followers followers = new Followers(2, 5, clocks);
    UUID busy = UUID.randomUUID();
    for (int i = 0; i < 10; i++) {
      followers.enter(busy);
    }
    assertThatThrownBy(() -> followers.enter(busy))
        .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.status()).isEqualTo(429))
        .hasMessageContaining("PRIMACY-3471");
    followers.enter(UUID.randomUUID());
    clocks.pass(Duration.ofMillis(200));
    followers.enter(busy);
    assertThatThrownBy(() -> followers.enter(busy)).isInstanceOf(Refused.class);
    clocks.pass(Duration.ofSeconds(31));
    followers.enter(UUID.randomUUID());
    followers.enter(UUID.randomUUID());
    assertThatThrownBy(() -> followers.enter(busy)).hasMessageContaining("PRIMACY-3470");
  }

  @Test
  @DisplayName("T10: a follower that asks nothing any more is gone, whatever hides it")
  void t10_a_silent_follower_is_gone() throws Exception {
    ManualClocks clocks = new ManualClocks();
    Followers followers = new Followers(2, 5, clocks);
    UUID silent = UUID.randomUUID();
    assertThat(followers.askedWithin(LEASE, silent)).isFalse();
    followers.enter(silent);
    clocks.pass(LEASE);
    assertThat(followers.askedWithin(LEASE, silent)).isTrue();
    clocks.pass(Duration.ofNanos(1));
    assertThat(followers.askedWithin(LEASE, silent)).isFalse();
  }

  @Test
  @DisplayName("T10: a follower that reads slowly costs a bounded number of hints")
  void t10_hints_that_wait_are_bounded() throws Exception {
    HintStream stream = new HintStream(Duration.ofSeconds(10), () -> true);
    for (int i = 0; i < 3 * HintStream.MOST_WAITING; i++) {
      stream.hint(new RecordKey(RecordKind.GROUP, "g" + i));
    }
    stream.end();
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    stream.pump(new AnswerWriter(out));
    assertThat(out.size()).isLessThan(100);
  }

  @Test
  void a_read_is_a_read_of_the_store_and_its_failure_is_told() throws Exception {
    RecordStore own = store.store();
    assertThat(follower.read(group()).body()).hasSize(4 + 5);
    own.put(group(), RecordVersion.ABSENT, new byte[] {1, 2, 3});
    assertThat(follower.read(group()).body()).endsWith(1, 2, 3, 'E', 0, 0, 0, 0);
    own.close();
    assertRefused(follower.read(group()), 503, "PRIMACY-3474");
  }
}
