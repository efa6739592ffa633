package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.cause;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.node;
import static dev.primacy.engine.tck.Records.stored;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Threads, times and connections, on an H2 file inside this process. */
class RequestsTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration TIMEOUT = Duration.ofMillis(600);

  private final ExecutorService callers = Executors.newCachedThreadPool();

  private Path directory;
  private String url;
  private Surroundings surroundings;
  private Watched source;
  private RecordStore store;
  private final List<PutOutcome> outcomes = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() throws Exception {
    directory = Directories.fresh();
    url = "jdbc:h2:file:" + directory.resolve("records");
    surroundings = Given.url(url).withRequestTimeout(TIMEOUT);
    source = Watched.h2(url);
    store = open(source);
    awaitHealthy();
  }

  private RecordStore open(Source from) throws StoreException {
    return JdbcEngine.open(Configuration.of(surroundings), from, surroundings);
  }

  private void awaitHealthy() {
    await().atMost(LONG).until(() -> store.status().state() == StoreStatus.State.HEALTHY);
  }

  @AfterEach
  void close() throws Exception {
    source.gate.countDown();
    store.close();
    callers.shutdownNow();
    await()
        .atMost(LONG)
        .until(() -> surroundings.threadsMade().stream().noneMatch(Thread::isAlive));
    for (Connection connection : source.connections) {
      assertThat(connection.isClosed()).isTrue();
    }
    Directories.delete(directory);
  }

  @Test
  void each_request_is_one_statement_prepared_once() throws Exception {
    created(store, group("warm"), "x");
    store.read(LEDGER);
    store.list();
    RecordVersion version = created(store, LEDGER, "1");
    version = stored(store.put(LEDGER, version, bytes("2")));
    stored(store.remove(LEDGER, version));
    source.executed.clear();
    int before = source.prepared.size();
    version = created(store, LEDGER, "1");
    for (int i = 0; i < 10; i++) {
      version = stored(store.put(LEDGER, version, bytes("" + i)));
      assertThat(store.read(LEDGER)).isPresent();
      assertThat(store.list()).hasSize(2);
    }
    stored(store.remove(LEDGER, version));
    assertThat(source.executed).hasSize(32);
    assertThat(source.prepared).hasSize(before);
  }

  @Test
  void a_list_fetches_the_contents_of_those_groups_only_that_others_changed() throws Exception {
    try (RecordStore other = open(Watched.h2(url))) {
      for (int i = 0; i < 40; i++) {
        created(other, group("g" + i), "1");
      }
      assertThat(listed(2)).hasSize(40).containsOnly("1");
      assertThat(listed(1)).hasSize(40);
      stored(other.put(group("g7"), other.read(group("g7")).orElseThrow().version(), bytes("2")));
      assertThat(listed(2)).hasSize(40).containsOnlyOnce("2");
      stored(other.remove(group("g8"), other.read(group("g8")).orElseThrow().version()));
      created(other, node("n1"), "node");
      assertThat(listed(1)).hasSize(40).containsOnlyOnce("node");
      created(other, group("g8"), "3");
      assertThat(listed(2)).hasSize(41).containsOnlyOnce("3");
    }
  }

  /** What a list shows, and how many statements it is. */
  private List<String> listed(int statements) throws Exception {
    source.executed.clear();
    List<String> contents = store.list().stream().map(record -> text(record)).toList();
    assertThat(source.executed).hasSize(statements);
    return contents;
  }

  @Test
  void three_connections_serve_a_store_however_many_callers_there_are() throws Exception {
    List<Future<RecordVersion>> done =
        IntStream.range(0, 40)
            .mapToObj(i -> callers.submit(() -> created(store, group("g" + i), "x")))
            .toList();
    for (Future<RecordVersion> each : done) {
      each.get();
    }
    assertThat(source.connections).hasSize(3);
  }

  @Test
  void an_interrupted_caller_does_not_interrupt_the_database() throws Exception {
    RecordVersion version = created(store, LEDGER, "1");
    int before = source.executed.size();
    source.gate = new CountDownLatch(1);
    AtomicReference<Thread> caller = new AtomicReference<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Future<PutOutcome> put =
        callers.submit(
            () -> {
              caller.set(Thread.currentThread());
              PutOutcome outcome = store.put(LEDGER, version, bytes("2"));
              flag.complete(Thread.interrupted());
              return outcome;
            });
    await().atMost(LONG).until(() -> source.executed.size() > before);
    caller.get().interrupt();
    assertThat(put.get(10, TimeUnit.SECONDS)).isInstanceOf(PutOutcome.Unknown.class);
    assertThat(flag.get()).as("the flag is set again").isTrue();
    source.gate.countDown();
    await().atMost(LONG).until(() -> text(store.read(LEDGER).orElseThrow()).equals("2"));
    assertThat(source.interrupted).isFalse();
  }

  @Test
  void a_caller_interrupted_before_never_sends_anything() throws Exception {
    source.executed.clear();
    Thread.currentThread().interrupt();
    assertThat(store.put(LEDGER, RecordVersion.ABSENT, bytes("1")))
        .isInstanceOf(PutOutcome.Unknown.class);
    assertThatThrownBy(() -> store.read(LEDGER)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(source.executed).isEmpty();
  }

  @Test
  void a_statement_that_hangs_is_unknown_and_the_next_one_has_another_connection()
      throws Exception {
    RecordVersion version = created(store, LEDGER, "1");
    CountDownLatch hanging = new CountDownLatch(1);
    source.gate = hanging;
    PutOutcome outcome = store.put(LEDGER, version, bytes("2"));
    assertThat(outcome).isInstanceOf(PutOutcome.Unknown.class);
    assertThat(cause(outcome)).hasMessageContaining("PRIMACY-3251");
    source.gate = new CountDownLatch(0);
    await()
        .atMost(LONG)
        .until(() -> store.put(LEDGER, version, bytes("3")) instanceof PutOutcome.Stored);
    assertThat(store.put(LEDGER, version, bytes("4"))).isInstanceOf(PutOutcome.Conflict.class);
    awaitHealthy();
    hanging.countDown();
    await().atMost(LONG).until(() -> source.connections.stream().filter(this::isOpen).count() == 3);
    assertThat(text(store.read(LEDGER).orElseThrow()))
        .as("too late for the hanging one")
        .isEqualTo("3");
  }

  private boolean isOpen(Connection connection) {
    try {
      return !connection.isClosed();
    } catch (SQLException e) {
      return false;
    }
  }

  @Test
  void only_a_few_statements_hang_at_a_time_and_nothing_more_is_sent() throws Exception {
    source.gate = new CountDownLatch(1);
    List<RecordKey> keys = List.of(group("a"), group("b"), group("c"), group("d"), group("e"));
    for (int i = 0; i < Lane.MOST_HANGING; i++) {
      RecordKey key = keys.get(i);
      await()
          .atMost(LONG)
          .until(
              () -> store.put(key, RecordVersion.ABSENT, bytes("x")) instanceof PutOutcome.Unknown);
    }
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              PutOutcome refused = store.put(keys.get(4), RecordVersion.ABSENT, bytes("x"));
              assertThat(refused).isInstanceOf(PutOutcome.Refused.class);
              assertThat(cause(refused)).hasMessageContaining("PRIMACY-3258");
            });
    assertThat(source.connections).hasSize(3 + Lane.MOST_HANGING - 1);
    source.gate.countDown();
    await()
        .atMost(LONG)
        .until(
            () ->
                store.put(keys.get(4), RecordVersion.ABSENT, bytes("x"))
                    instanceof PutOutcome.Stored);
  }

  @Test
  void what_waits_behind_another_request_is_refused_and_never_sent() throws Exception {
    source.gate = new CountDownLatch(1);
    Future<PutOutcome> first =
        callers.submit(() -> store.put(group("a"), RecordVersion.ABSENT, bytes("x")));
    await().atMost(LONG).until(() -> !source.executed.isEmpty());
    PutOutcome second = store.put(group("b"), RecordVersion.ABSENT, bytes("x"));
    assertThat(second).isInstanceOf(PutOutcome.Refused.class);
    assertThat(cause(second)).hasMessageContaining("PRIMACY-3257");
    source.gate.countDown();
    first.get();
    assertThat(store.read(group("b"))).isEmpty();
  }

  @Test
  void a_renewal_waits_neither_for_groups_nor_for_reads() throws Exception {
    RecordVersion version = created(store, LEDGER, "1");
    try (Connection locking = DriverManager.getConnection(url, "sa", "")) {
      locking.setAutoCommit(false);
      Dialect.execute(locking, "SELECT * FROM primacy_record WHERE name='ledger' FOR UPDATE");
      Future<PutOutcome> stuck = callers.submit(() -> store.put(LEDGER, version, bytes("2")));
      created(store, node("n1"), "alive");
      assertThat(stuck.get()).isInstanceOf(PutOutcome.Unknown.class);
      locking.rollback();
    }
    await()
        .atMost(LONG)
        .ignoreExceptionsInstanceOf(StoreException.class)
        .until(
            () -> {
              RecordVersion now = store.read(LEDGER).orElseThrow().version();
              return store.put(LEDGER, now, bytes("3")) instanceof PutOutcome.Stored;
            });
  }

  @Test
  void a_broken_connection_is_replaced_and_said() throws Exception {
    RecordVersion version = created(store, LEDGER, "1");
    source.failure = new SQLException("no route to host", "08001");
    for (Connection connection : source.connections) {
      connection.close();
    }
    assertThat(store.put(LEDGER, version, bytes("2"))).isInstanceOf(PutOutcome.Unknown.class);
    assertThat(store.status().state()).isEqualTo(StoreStatus.State.UNREACHABLE);
    PutOutcome refused = store.put(LEDGER, version, bytes("2"));
    assertThat(refused).isInstanceOf(PutOutcome.Refused.class);
    assertThat(cause(refused)).hasMessageContaining("PRIMACY-3250").hasMessageContaining("08001");
    assertThatThrownBy(() -> store.read(LEDGER)).isInstanceOf(StoreException.class);
    source.failure = null;
    awaitHealthy();
    stored(store.put(LEDGER, version, bytes("2")));
  }

  @Test
  void a_duplicate_is_a_conflict_and_any_other_constraint_in_doubt() throws Exception {
    created(store, LEDGER, "1");
    assertThat(store.put(LEDGER, RecordVersion.ABSENT, bytes("2")))
        .isInstanceOf(PutOutcome.Conflict.class);
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      Dialect.execute(connection, "ALTER TABLE primacy_record ADD CHECK (name <> 'odd')");
    }
    PutOutcome outcome = store.put(group("odd"), RecordVersion.ABSENT, bytes("x"));
    assertThat(outcome).isInstanceOf(PutOutcome.Unknown.class);
    assertThat(cause(outcome)).hasMessageContaining("PRIMACY-3255");
  }

  @Test
  void a_duplicate_whose_record_cannot_be_looked_at_is_in_doubt() throws Exception {
    created(store, LEDGER, "1");
    source.answers.put(
        new H2().layout("primacy_record").selectVersion(), new SQLException("gone", "42S02"));
    assertThat(store.put(LEDGER, RecordVersion.ABSENT, bytes("2")))
        .isInstanceOf(PutOutcome.Unknown.class);
  }

  @Test
  void what_the_server_rejects_is_refused_and_anything_else_unknown() throws Exception {
    RecordVersion version = created(store, LEDGER, "1");
    String update = new H2().layout("primacy_record").update();
    source.answers.put(update, new SQLException("value too long", "22001"));
    assertThat(store.put(LEDGER, version, bytes("2"))).isInstanceOf(PutOutcome.Refused.class);
    source.answers.put(update, new SQLException("deadlock", "40001"));
    assertThat(store.put(LEDGER, version, bytes("2"))).isInstanceOf(PutOutcome.Unknown.class);
    source.answers.put(update, new IllegalStateException("a driver's defect"));
    await()
        .atMost(LONG)
        .until(() -> store.put(LEDGER, version, bytes("2")) instanceof PutOutcome.Unknown);
    source.answers.clear();
    await()
        .atMost(LONG)
        .until(() -> store.put(LEDGER, version, bytes("2")) instanceof PutOutcome.Stored);
  }

  @Test
  void connections_are_made_by_threads_that_no_transaction_of_a_caller_reaches() throws Exception {
    assertThat(source.connecting).doesNotContain(Thread.currentThread()).hasSize(3);
    assertThat(surroundings.threadsMade()).containsAll(source.connecting);
    Future<RecordVersion> put = callers.submit(() -> created(store, LEDGER, "1"));
    put.get();
    assertThat(source.connecting).hasSize(3);
  }

  @Test
  void auto_commit_is_switched_on_wherever_the_connection_comes_from() throws Exception {
    Source off =
        () -> {
          Connection connection = DriverManager.getConnection(url, "sa", "");
          connection.setAutoCommit(false);
          connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
          return connection;
        };
    Surroundings others = surroundings;
    try (RecordStore other = JdbcEngine.open(Configuration.of(others), off, others)) {
      created(other, LEDGER, "1");
      assertThat(text(store.read(LEDGER).orElseThrow())).isEqualTo("1");
      stored(store.put(LEDGER, store.read(LEDGER).orElseThrow().version(), bytes("2")));
      assertThat(text(other.read(LEDGER).orElseThrow())).isEqualTo("2");
    }
  }

  @Test
  void a_connection_whose_auto_commit_stays_off_is_refused_at_deployment() {
    Watched managed = Watched.h2(url);
    managed.answers.put("getAutoCommit", false);
    assertThatThrownBy(() -> open(managed)).hasMessageStartingWith("PRIMACY-3227");
    managed.answers.put("setAutoCommit", new SQLException("managed by JTA"));
    assertThatThrownBy(() -> open(managed)).hasMessageContaining("managed by JTA");
  }

  @Test
  void a_connection_that_cannot_read_what_is_committed_is_refused_at_deployment() {
    Watched odd = Watched.h2(url);
    odd.answers.put("getTransactionIsolation", Connection.TRANSACTION_NONE);
    odd.answers.put("setTransactionIsolation", new SQLException("not supported"));
    assertThatThrownBy(() -> open(odd)).hasMessageStartingWith("PRIMACY-3228");
  }

  @Test
  void a_database_that_nobody_tried_is_let_through() throws Exception {
    Watched other = Watched.h2(url);
    other.answers.put("getDatabaseProductName", "Derby");
    try (RecordStore opened = open(other)) {
      created(opened, LEDGER, "1");
      assertThat(opened.status().detail()).contains("Derby");
    }
  }

  @Test
  void a_read_only_connection_is_not_used_and_looked_at_again() throws Exception {
    Watched replica = Watched.h2(url);
    replica.answers.put("isReadOnly", true);
    try (RecordStore opened = open(replica)) {
      assertThat(opened.status().state()).isEqualTo(StoreStatus.State.UNREACHABLE);
      assertThat(opened.status().detail()).contains("PRIMACY-3226");
      assertThatThrownBy(() -> opened.read(LEDGER)).hasMessageContaining("PRIMACY-3226");
      replica.answers.clear();
      await().atMost(LONG).until(() -> opened.status().state() == StoreStatus.State.HEALTHY);
    }
  }

  @Test
  void a_server_that_became_read_only_is_asked_nothing_more() throws Exception {
    RecordVersion version = created(store, node("n1"), "1");
    source.answers.put("isReadOnly", true);
    source.answers.put(
        new H2().layout("primacy_record").update(), new SQLException("read-only", "25006"));
    assertThat(store.put(node("n1"), version, bytes("2"))).isInstanceOf(PutOutcome.Refused.class);
    assertThatThrownBy(() -> store.read(LEDGER)).hasMessageContaining("PRIMACY-3226");
    source.answers.clear();
    awaitHealthy();
  }

  @Test
  void a_closed_store_refuses_and_closing_does_not_wait_for_what_hangs() throws Exception {
    source.gate = new CountDownLatch(1);
    Future<PutOutcome> hanging =
        callers.submit(() -> store.put(LEDGER, RecordVersion.ABSENT, bytes("x")));
    await().atMost(LONG).until(() -> !source.executed.isEmpty());
    Future<?> closing = callers.submit(store::close);
    closing.get(6, TimeUnit.SECONDS);
    assertThat(hanging.get()).isInstanceOf(PutOutcome.Unknown.class);
    assertThat(store.put(LEDGER, RecordVersion.ABSENT, bytes("x")))
        .isInstanceOf(PutOutcome.Refused.class);
    assertThatThrownBy(() -> store.read(LEDGER)).hasMessageContaining("PRIMACY-3252");
    assertThat(store.status().state()).isEqualTo(StoreStatus.State.FAILED);
  }

  @Test
  void values_that_are_too_large_are_refused_unsent() {
    source.executed.clear();
    byte[] large = new byte[RecordStore.MAX_VALUE_BYTES + 1];
    PutOutcome outcome = store.put(LEDGER, RecordVersion.ABSENT, large);
    assertThat(cause(outcome)).hasMessageContaining("PRIMACY-3253");
    assertThat(source.executed).isEmpty();
  }

  @Test
  void what_cannot_be_reached_at_first_is_found_later() throws Exception {
    Watched late = Watched.h2(url);
    late.failure = new SQLException("connection refused", "08001");
    try (RecordStore opened = open(late)) {
      assertThat(opened.status().state()).isEqualTo(StoreStatus.State.UNREACHABLE);
      late.failure = null;
      await().atMost(LONG).until(() -> opened.status().state() == StoreStatus.State.HEALTHY);
      assertThat(opened.watch(key -> {})).as("H2 tells nobody").isFalse();
    }
  }

  @Test
  void rows_of_others_in_the_table_are_no_records() throws Exception {
    created(store, LEDGER, "1");
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      Dialect.execute(
          connection, "INSERT INTO primacy_record VALUES ('test', 'group', 'No Name', 'v', X'00')");
    }
    assertThat(store.list()).hasSize(1);
  }

  /** Tells of the write, and lists. */
  private List<StoredRecord> renew(RecordVersion expected, String value) throws Exception {
    outcomes.clear();
    source.executed.clear();
    return store.putAndList(node("own"), expected, bytes(value), outcomes::add);
  }

  private static String shown(List<StoredRecord> found, RecordKey key) {
    return found.stream()
        .filter(record -> record.key().equals(key))
        .map(record -> text(record))
        .collect(Collectors.joining(","));
  }

  @Test
  void a_write_and_its_list_are_one_statement_unless_groups_changed() throws Exception {
    RecordVersion version = created(store, node("own"), "0");
    created(store, node("other"), "other");
    created(store, LEDGER, "held");
    version = stored(renewed(version, "1", 1));
    version = stored(renewed(version, "2", 1));
    try (RecordStore other = open(Watched.h2(url))) {
      RecordVersion held = other.read(LEDGER).orElseThrow().version();
      stored(other.put(LEDGER, held, bytes("free")));
    }
    version = stored(renewed(version, "3", 2));
    assertThat(text(store.read(node("own")).orElseThrow())).isEqualTo("3");
    assertThat(store.read(node("own")).orElseThrow().version()).isEqualTo(version);
  }

  private PutOutcome renewed(RecordVersion expected, String value, int statements)
      throws Exception {
    List<StoredRecord> found = renew(expected, value);
    assertThat(source.executed).hasSize(statements);
    assertThat(found).hasSize(3);
    assertThat(shown(found, node("own"))).isEqualTo(value);
    assertThat(shown(found, node("other"))).isEqualTo("other");
    return outcomes.get(0);
  }

  @Test
  void a_write_that_conflicts_is_followed_by_a_list_of_its_own() throws Exception {
    RecordVersion first = created(store, node("own"), "0");
    stored(store.put(node("own"), first, bytes("1")));
    List<StoredRecord> found = renew(first, "never");
    assertThat(outcomes).singleElement().isInstanceOf(PutOutcome.Conflict.class);
    assertThat(shown(found, node("own"))).isEqualTo("1");
  }

  @Test
  void a_write_whose_list_fails_later_was_told_of() throws Exception {
    RecordVersion version = created(store, node("own"), "0");
    try (RecordStore other = open(Watched.h2(url))) {
      created(other, LEDGER, "held");
    }
    String some = new H2().layout("primacy_record").selectSome(16);
    source.answers.put(some, new SQLException("gone", "08006"));
    assertThatThrownBy(() -> renew(version, "1")).isInstanceOf(StoreException.class);
    assertThat(outcomes).singleElement().isInstanceOf(PutOutcome.Stored.class);
  }

  @Test
  void a_write_with_its_list_that_hangs_is_unknown_and_changes_nothing_later() throws Exception {
    RecordVersion version = created(store, node("own"), "0");
    CountDownLatch hanging = new CountDownLatch(1);
    source.gate = hanging;
    assertThatThrownBy(() -> renew(version, "1")).isInstanceOf(StoreException.class);
    assertThat(outcomes).singleElement().isInstanceOf(PutOutcome.Unknown.class);
    source.gate = new CountDownLatch(0);
    await()
        .atMost(LONG)
        .until(() -> store.put(node("own"), version, bytes("2")) instanceof PutOutcome.Stored);
    hanging.countDown();
    await().atMost(LONG).until(() -> source.connections.stream().filter(this::isOpen).count() == 3);
    assertThat(text(store.read(node("own")).orElseThrow())).isEqualTo("2");
  }
}
