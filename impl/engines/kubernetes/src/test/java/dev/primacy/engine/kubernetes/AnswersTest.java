package dev.primacy.engine.kubernetes;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.cause;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.stored;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.mockwebserver.http.MockResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API server's answers mean. */
class AnswersTest {

  private final ApiServer server = new ApiServer();
  private RecordStore store;

  @BeforeEach
  void open() throws Exception {
    server.start();
    store = new KubernetesEngine().open(server.surroundings());
  }

  @AfterEach
  void close() {
    store.close();
    server.stop();
  }

  private void answer(String method, MockResponse response) {
    server.instead =
        request ->
            request.getMethod().equals(method) && !request.getPath().contains("watch=")
                ? Optional.of(response)
                : Optional.empty();
  }

  private PutOutcome update(RecordVersion version) {
    return store.put(LEDGER, version, bytes("2"));
  }

  @Test
  void a_verb_that_is_not_allowed_is_named_and_the_write_certainly_not_done() throws Exception {
    RecordVersion version = created(store, LEDGER, "1");
    answer("PUT", ApiServer.refusal(403, "Forbidden", "leases"));
    PutOutcome outcome = update(version);
    assertThat(outcome).isInstanceOf(PutOutcome.Refused.class);
    assertThat(cause(outcome))
        .hasMessageStartingWith("PRIMACY-3320")
        .hasMessageContainingAll("update", "leases.coordination.k8s.io", ApiServer.NAMESPACE);
    store.read(LEDGER);
    assertThat(store.status().state()).isEqualTo(StoreStatus.State.DEGRADED);
    assertThat(store.status().detail()).startsWith("PRIMACY-3320");
    server.instead = request -> Optional.empty();
    stored(update(version));
    assertThat(store.status().state()).isEqualTo(StoreStatus.State.HEALTHY);
  }

  @Test
  void reads_that_are_not_allowed_name_their_verbs() {
    answer("GET", ApiServer.refusal(403, "Forbidden", "leases"));
    assertThatThrownBy(() -> store.read(LEDGER))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(" to get leases");
    assertThatThrownBy(() -> store.list()).hasMessageContaining(" to list leases");
  }

  @Test
  void credentials_that_are_not_accepted_are_told() {
    answer("GET", ApiServer.refusal(401, "Unauthorized", ""));
    assertThatThrownBy(() -> store.read(LEDGER)).hasMessageStartingWith("PRIMACY-3321");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408, 499})
  void what_may_have_been_done_is_unknown_and_not_sent_twice(int code) {
    RecordVersion version = created(store, LEDGER, "1");
    answer("PUT", new MockResponse().setResponseCode(code));
    assertThat(update(version)).isInstanceOf(PutOutcome.Unknown.class);
    assertThat(server.requests).filteredOn(one -> one.startsWith("PUT")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 422, 429})
  void what_was_not_taken_is_refused_and_not_sent_twice(int code) {
    RecordVersion version = created(store, LEDGER, "1");
    answer("PUT", ApiServer.refusal(code, "No", "leases"));
    assertThat(update(version)).isInstanceOf(PutOutcome.Refused.class);
    assertThat(server.requests).filteredOn(one -> one.startsWith("PUT")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{}", "{\"metadata\":{}}"})
  void a_success_that_cannot_be_read_is_unknown(String body) {
    RecordVersion version = created(store, LEDGER, "1");
    answer("PUT", new MockResponse().setResponseCode(200).setBody(body));
    assertThat(update(version)).isInstanceOf(PutOutcome.Unknown.class);
  }

  @Test
  void a_page_that_is_missing_is_no_record_that_is_missing() {
    created(store, LEDGER, "1");
    answer("GET", new MockResponse().setResponseCode(404).setBody("404 page not found"));
    assertThatThrownBy(() -> store.read(LEDGER)).hasMessageStartingWith("PRIMACY-3323");
  }

  @Test
  void a_namespace_that_is_not_there_is_named() {
    answer("POST", ApiServer.refusal(404, "NotFound", "namespaces"));
    PutOutcome outcome = store.put(LEDGER, RecordVersion.ABSENT, bytes("1"));
    assertThat(outcome).isInstanceOf(PutOutcome.Refused.class);
    assertThat(cause(outcome)).hasMessageStartingWith("PRIMACY-3322");
  }

  @Test
  void a_lease_that_something_holds_back_may_go_later() {
    RecordVersion version = created(store, LEDGER, "1");
    Lease held =
        new LeaseBuilder(server.leases().get(0))
            .editMetadata()
            .addToFinalizers("example.com/hold")
            .endMetadata()
            .build();
    server.keep(held);
    assertThat(store.remove(LEDGER, version)).isInstanceOf(PutOutcome.Unknown.class);
  }

  @Test
  void a_lease_of_somebody_else_is_named_and_left_alone() throws Exception {
    created(store, LEDGER, "1");
    Lease foreign =
        new LeaseBuilder(server.leases().get(0))
            .editMetadata()
            .withLabels(null)
            .endMetadata()
            .build();
    server.keep(foreign);
    assertThatThrownBy(() -> store.read(LEDGER)).hasMessageStartingWith("PRIMACY-3324");
    assertThat(store.list()).isEmpty();
    assertThat(store.put(LEDGER, RecordVersion.ABSENT, bytes("2")))
        .isInstanceOf(PutOutcome.Conflict.class);
    assertThat(server.leases())
        .extracting(lease -> lease.getMetadata().getResourceVersion())
        .containsExactly(foreign.getMetadata().getResourceVersion());
  }

  @Test
  void a_value_that_somebody_spoilt_is_a_record_without_one() throws Exception {
    created(store, LEDGER, "1");
    server.keep(
        new LeaseBuilder(server.leases().get(0))
            .editMetadata()
            .addToAnnotations(Forms.VALUE, "%")
            .endMetadata()
            .build());
    assertThat(text(store.read(LEDGER).orElseThrow())).isEmpty();
  }

  @Test
  void a_watch_that_ended_or_is_told_it_is_gone_begins_anew() {
    List<RecordKey> hints = new CopyOnWriteArrayList<>();
    assertThat(store.watch(hints::add)).isTrue();
    AtomicBoolean gone = new AtomicBoolean();
    server.instead =
        request ->
            request.getPath().contains("watch=") && gone.compareAndSet(false, true)
                ? Optional.of(ApiServer.refusal(410, "Expired", "leases"))
                : Optional.empty();
    server.stop();
    server.start();
    await().untilTrue(gone);
    await().until(() -> store.put(LEDGER, RecordVersion.ABSENT, bytes("1")), AnswersTest::isThere);
    await().until(() -> hints.contains(LEDGER));
  }

  private static boolean isThere(PutOutcome outcome) {
    return outcome instanceof PutOutcome.Stored || outcome instanceof PutOutcome.Conflict;
  }
}
