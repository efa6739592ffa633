package dev.primacy.core.monitor;

import static dev.primacy.core.monitor.FakeStore.GROUP;
import static dev.primacy.core.monitor.FakeStore.bytes;
import static dev.primacy.core.monitor.FakeStore.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.ClusterNode;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoredRecord;
import dev.primacy.watch.CallbackType;
import dev.primacy.watch.DecodeFailureMode;
import dev.primacy.watch.MonitorEnd;
import dev.primacy.watch.MonitorOptions;
import dev.primacy.watch.PayloadDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a monitor tells, in which order, and what it makes of what cannot be told. */
class MonitorCycleTest {
  private static final byte[] NONSENSE = {'\n', 27, '[', '3', '1', 'm', 0};
  private static final MonitorOptions ABORT =
      MonitorOptions.DEFAULT.withDecodeFailureMode(DecodeFailureMode.ABORT);

  private final FakeStore store = new FakeStore();
  private final Heard heard = new Heard();

  private Cycles<ClusterNode> cycles(MonitorOptions options) {
    return new Cycles<>(store, node -> node, options, heard::all);
  }

  private Cycles<ClusterNode> cycles() {
    return cycles(MonitorOptions.DEFAULT);
  }

  @Test
  @DisplayName(
      "S5.3, S5.5, S5.6, AT-5.1: per record raw before decoded, in order, the rest counted")
  void per_record_raw_comes_before_decoded_and_the_rest_is_counted() {
    Cycles<ClusterNode> monitor = cycles();
    monitor.batch(Cycles.of(store.put(2, "a"), store.put(1, "a")));
    assertThat(heard.take()).containsExactly("raw n2", "joined n2", "raw n1", "joined n1");

    monitor.batch(Cycles.of(store.put(1, "b"), store.put(3, "a"), store.put(2, "b")));
    assertThat(heard.take()).containsExactly("raw n3", "joined n3", "updated 2");

    monitor.batch(NodeSighting.gone(id(1)), NodeSighting.gone(id(3)), NodeSighting.gone(id(9)));
    assertThat(heard.take()).containsExactly("left 2");
    monitor.batch(NodeSighting.gone(id(1)));
    assertThat(heard.take()).isEmpty();
  }

  @Test
  @DisplayName("S5.6: a record that says the same, as at every renewal, is not told")
  void a_renewal_is_not_told() {
    Cycles<ClusterNode> monitor = cycles();
    monitor.batch(Cycles.of(store.put(1, "a")));
    heard.take();
    monitor.batch(Cycles.of(store.put(1, "a")));
    assertThat(heard.take()).isEmpty();
  }

  @Test
  @DisplayName("S5.1: only nodes of the one group count, those that take part in every group too")
  void only_nodes_of_the_group_count() {
    Cycles<ClusterNode> monitor = cycles();
    StoredRecord other = put(1, NodeState.ALIVE, Set.of("other"), false);
    StoredRecord every = put(2, NodeState.ALIVE, Set.of(), true);
    StoredRecord dead = put(3, NodeState.EXPELLED, Set.of(GROUP), false);
    monitor.batch(Cycles.of(other, every, dead));
    assertThat(heard.take()).containsExactly("raw n2", "joined n2");

    monitor.batch(Cycles.of(put(1, NodeState.ALIVE, Set.of("other", GROUP), false)));
    assertThat(heard.take()).containsExactly("raw n1", "joined n1");
    monitor.batch(
        Cycles.of(
            put(1, NodeState.ALIVE, Set.of("other"), false),
            put(2, NodeState.LEFT, Set.of(), true)));
    assertThat(heard.take()).as("it takes part no more, or left").containsExactly("left 2");
  }

  private StoredRecord put(int node, NodeState state, Set<String> groups, boolean every) {
    return store.put(node, RecordCodec.encode(FakeStore.record(node, state, groups, every, "a")));
  }

  // ---- several callbacks, and those that throw

  @Test
  @DisplayName("S5.4: all callbacks of a kind are called, in the order in which they were given")
  void all_callbacks_of_a_kind_are_called_in_order() {
    List<String> order = new ArrayList<>();
    Cycles<ClusterNode> monitor =
        new Cycles<>(
            store,
            node -> node,
            MonitorOptions.DEFAULT,
            builder ->
                builder
                    .onJoined(node -> order.add("first"))
                    .onJoined(node -> order.add("second"))
                    .onJoinedRaw(raw -> order.add("raw"))
                    .onJoined(node -> order.add("third")));
    monitor.batch(Cycles.of(store.put(1, "a")));
    assertThat(order).containsExactly("raw", "first", "second", "third");
  }

  @Test
  @DisplayName(
      "S5.7, S5.10: what a callback throws is no decode failure: it is told to its kind, the callback"
          + " is not called again, the others are, and the monitor goes on")
  void a_callback_that_throws_is_called_once_and_harms_nobody() {
    AtomicInteger calls = new AtomicInteger();
    AtomicInteger refreshed = new AtomicInteger();
    Cycles<ClusterNode> monitor =
        new Cycles<>(
            store,
            counting(refreshed),
            ABORT,
            builder ->
                heard.all(
                    builder
                        .onJoinedRaw(raw -> fail("raw"))
                        .onJoined(
                            node -> {
                              calls.incrementAndGet();
                              fail("decoded");
                            })
                        .onUpdated(count -> fail("updated"))
                        .onLeft(count -> fail("left"))));
    monitor.batch(Cycles.of(store.put(1, "a")));
    assertThat(heard.take())
        .containsExactly("error JOINED_RAW", "raw n1", "error JOINED_DECODED", "joined n1");
    assertThat(calls).hasValue(1);
    assertThat(refreshed).as("nothing was wrong with the record").hasValue(0);
    assertThat(heard.errors.get(1))
        .satisfies(
            error -> {
              assertThat(error.message()).startsWith("PRIMACY-2070: ").contains("decoded", GROUP);
              assertThat(error.cause())
                  .get()
                  .hasToString("java.lang.IllegalStateException: decoded");
              assertThat(error.payload().get().payload()).isEqualTo(bytes(1, "a"));
            });
    monitor.batch(Cycles.of(store.put(1, "b")));
    monitor.batch(NodeSighting.gone(id(1)));
    assertThat(heard.take()).containsExactly("error UPDATED", "updated 1", "error LEFT", "left 1");
    assertThat(monitor.cycle.end()).isNull();
  }

  private static PayloadDecoder<ClusterNode> counting(AtomicInteger refreshed) {
    return new PayloadDecoder<>() {
      @Override
      public ClusterNode decode(ClusterNode node) {
        return node;
      }

      @Override
      public void refresh() {
        refreshed.incrementAndGet();
      }
    };
  }

  private static void fail(String where) {
    throw new IllegalStateException(where);
  }

  @Test
  @DisplayName("S5.7, S5.10: an error callback that throws harms nobody either")
  void an_error_callback_that_throws_harms_nobody() {
    Cycles<ClusterNode> monitor =
        new Cycles<>(
            store,
            node -> node,
            MonitorOptions.DEFAULT,
            builder ->
                heard.all(
                    builder
                        .onJoined(node -> fail("first"))
                        .onError(CallbackType.JOINED_DECODED, error -> fail("second"))));
    monitor.batch(Cycles.of(store.put(1, "a"), store.put(2, "a")));
    assertThat(heard.take())
        .containsExactly(
            "raw n1",
            "error JOINED_DECODED",
            "joined n1",
            "raw n2",
            "error JOINED_DECODED",
            "joined n2");
  }

  // ---- what cannot be decoded

  /** Fails as often as it is told to for one node, and counts. */
  private static final class Picky implements PayloadDecoder<ClusterNode> {
    final List<String> calls = new ArrayList<>();
    int failures;

    @Override
    public ClusterNode decode(ClusterNode node) throws IOException {
      calls.add("decode " + node.id().name());
      if (node.id().name().equals("n2") && failures-- > 0) {
        throw new IOException("schema of yesterday");
      }
      return node;
    }

    @Override
    public void refresh() {
      calls.add("refresh");
    }
  }

  private Cycles<ClusterNode> picky(Picky decoder, int failures, MonitorOptions options) {
    decoder.failures = failures;
    return new Cycles<>(store, decoder, options, heard::all);
  }

  @Test
  @DisplayName("S5.8: one try to recover, and what can be decoded then is told as if nothing was")
  void one_try_to_recover_is_made() {
    Picky decoder = new Picky();
    Cycles<ClusterNode> monitor = picky(decoder, 1, ABORT);
    monitor.batch(Cycles.of(store.put(2, "a")));
    assertThat(decoder.calls).containsExactly("decode n2", "refresh", "decode n2");
    assertThat(heard.take()).containsExactly("raw n2", "joined n2");
  }

  @Test
  @DisplayName("AT-5.5, S5.8, S5.9: SKIP tells the error once, and the next record comes")
  void skip_tells_the_error_once_and_goes_on() {
    Picky decoder = new Picky();
    Cycles<ClusterNode> monitor = picky(decoder, 9, MonitorOptions.DEFAULT);
    monitor.batch(Cycles.of(store.put(1, "a"), store.put(2, "a"), store.put(3, "a")));
    assertThat(heard.take())
        .containsExactly(
            "raw n1", "joined n1", "raw n2", "error JOINED_DECODED", "raw n3", "joined n3");
    assertThat(decoder.calls)
        .containsExactly("decode n1", "decode n2", "refresh", "decode n2", "decode n3");
    assertThat(heard.errors).hasSize(1);
    assertThat(heard.errors.get(0).message())
        .startsWith("PRIMACY-2071: ")
        .contains("schema of yesterday", id(2).toString());
    assertThat(heard.errors.get(0).payload().orElseThrow().incarnation()).isEqualTo(id(2));
    assertThat(monitor.cycle.end()).isNull();
    monitor.batch(NodeSighting.gone(id(2)));
    assertThat(heard.take()).as("it is in the group all the same").containsExactly("left 1");
  }

  @Test
  @DisplayName("AT-5.5, S5.8, S5.9, S5.22: ABORT tells the error, that the group altered, and ends")
  void abort_ends_it() {
    Picky decoder = new Picky();
    Cycles<ClusterNode> monitor = picky(decoder, 9, ABORT);
    monitor.batch(Cycles.of(store.put(1, "a"), store.put(2, "a"), store.put(3, "a")));
    monitor.batch(NodeSighting.gone(id(1)));
    monitor.cycle.groupAbsent();
    monitor.over();
    assertThat(heard.take())
        .containsExactly(
            "raw n1",
            "joined n1",
            "raw n2",
            "error JOINED_DECODED",
            "altered",
            "stopped DECODE_FAILURE");
  }

  @Test
  @DisplayName("S5.8: a decoder that makes nothing, and one that cannot refresh, have failed")
  void making_nothing_is_a_failure() {
    Cycles<ClusterNode> nothing =
        new Cycles<>(store, node -> null, MonitorOptions.DEFAULT, heard::all);
    nothing.batch(Cycles.of(store.put(1, "a")));
    assertThat(heard.take()).containsExactly("raw n1", "error JOINED_DECODED");

    Cycles<ClusterNode> stale =
        new Cycles<>(store, new Stale(), MonitorOptions.DEFAULT, heard::all);
    stale.batch(Cycles.of(store.put(1, "a")));
    assertThat(heard.take()).containsExactly("raw n1", "error JOINED_DECODED");
    Throwable why = heard.errors.get(1).cause().orElseThrow();
    assertThat(why).hasMessage("no schema");
    assertThat(why.getSuppressed()[0]).hasMessage("no idea");
  }

  private static final class Stale implements PayloadDecoder<ClusterNode> {
    @Override
    public ClusterNode decode(ClusterNode node) throws IOException {
      throw new IOException("no idea");
    }

    @Override
    public void refresh() throws IOException {
      throw new IOException("no schema");
    }
  }

  @Test
  @DisplayName("S5.8, S5.9: a record that Primacy cannot read is read once more, then told once")
  void a_record_that_makes_no_sense_is_read_once_more() {
    Cycles<ClusterNode> monitor = cycles();
    StoredRecord damaged = store.put(1, NONSENSE);
    store.put(1, "a");
    monitor.batch(Cycles.of(damaged));
    assertThat(store.reads).hasValue(1);
    assertThat(heard.take()).containsExactly("raw n1", "joined n1");

    StoredRecord still = store.put(2, NONSENSE);
    monitor.batch(Cycles.of(still, store.put(3, "a")));
    monitor.batch(Cycles.of(store.put(2, NONSENSE)));
    assertThat(store.reads).hasValue(2);
    assertThat(heard.take())
        .containsExactly("raw n2", "error JOINED_DECODED", "raw n3", "joined n3");

    monitor.batch(Cycles.of(store.put(2, "a")));
    assertThat(heard.take()).as("it can be read now").containsExactly("raw n2", "joined n2");
    monitor.batch(Cycles.of(store.put(2, NONSENSE)));
    assertThat(heard.take()).as("a node that was told already").containsExactly("error UPDATED");
    assertThat(heard.errors.get(1).payload().orElseThrow().payload()).isEqualTo(NONSENSE);
  }

  @Test
  @DisplayName(
      "AT-5.5, S5.8: ABORT follows a record that Primacy cannot read too, and silence is no answer")
  void abort_follows_an_unreadable_record_too() {
    Cycles<ClusterNode> monitor = cycles(ABORT);
    StoredRecord damaged = store.put(2, NONSENSE);
    store.silent = true;
    monitor.batch(Cycles.of(store.put(1, "a"), damaged, store.put(3, "a")));
    monitor.over();
    assertThat(heard.take())
        .containsExactly(
            "raw n1",
            "joined n1",
            "raw n2",
            "error JOINED_DECODED",
            "altered",
            "stopped DECODE_FAILURE");
  }

  // ---- the group

  @Test
  @DisplayName(
      "S5.15, AT-5.9: the group that is gone is told by its name, once, and that is the end")
  void a_group_that_is_gone_is_told_once() {
    Cycles<ClusterNode> monitor = cycles();
    monitor.cycle.groupAbsent();
    assertThat(heard.take()).as("it was never there").isEmpty();
    monitor.cycle.group(store.putGroup());
    monitor.cycle.groupAbsent();
    monitor.cycle.groupAbsent();
    monitor.batch(Cycles.of(store.put(1, "a")));
    monitor.over();
    assertThat(heard.take()).containsExactly("dropped ledger", "stopped GROUP_DROPPED");
  }

  @Test
  @DisplayName("S5.15: a group that was dropped, and one that was removed and made anew, are gone")
  void a_dropped_group_is_gone() {
    Cycles<ClusterNode> dropped = cycles();
    dropped.cycle.group(store.put(FakeStore.group().dropped()));
    dropped.over();
    assertThat(heard.take()).containsExactly("dropped ledger", "stopped GROUP_DROPPED");

    Cycles<ClusterNode> replaced = cycles();
    replaced.cycle.group(store.putGroup());
    replaced.cycle.group(
        store.put(GroupRecord.created(new UUID(6, 6), "AUTOMATIC", "election AUTOMATIC")));
    replaced.over();
    assertThat(heard.take()).containsExactly("dropped ledger", "stopped GROUP_DROPPED");
  }

  @Test
  @DisplayName("S5.3, S5.8: the group altered, its record unreadable: told once, or the end")
  void an_altered_group_is_told() {
    Cycles<ClusterNode> monitor = cycles();
    monitor.cycle.group(store.putGroup());
    monitor.cycle.group(store.put(FakeStore.group().frozen(true)));
    monitor.cycle.group(store.put(FakeStore.group().frozen(true).takenBy(id(1))));
    assertThat(heard.take()).as("who holds it is no setting").containsExactly("altered");
    RecordKey key = new RecordKey(RecordKind.GROUP, GROUP);
    monitor.cycle.group(store.put(key, NONSENSE));
    monitor.cycle.group(store.put(key, NONSENSE));
    assertThat(heard.take()).containsExactly("error GROUP_ALTERED", "altered");

    Cycles<ClusterNode> strict = cycles(ABORT);
    strict.cycle.group(store.put(key, NONSENSE));
    strict.over();
    assertThat(heard.take())
        .containsExactly("error GROUP_ALTERED", "altered", "stopped DECODE_FAILURE");
  }

  // ---- the end

  @Test
  @DisplayName("S5.19, S5.22: whoever is stopped hears the call that runs, and that it has stopped")
  void nothing_follows_a_stop_but_the_last_call() {
    AtomicInteger after = new AtomicInteger();
    Cycles<ClusterNode> monitor =
        new Cycles<>(
            store,
            node -> node,
            MonitorOptions.DEFAULT,
            builder -> heard.all(builder).onJoined(node -> after.incrementAndGet()));
    monitor.stopping.set(true);
    monitor.batch(Cycles.of(store.put(1, "a")));
    monitor.cycle.group(store.put(FakeStore.group().dropped()));
    monitor.cycle.telling().stopped(MonitorEnd.STOPPED, "");
    assertThat(heard.take()).containsExactly("stopped STOPPED");
    assertThat(after).hasValue(0);
  }

  @Test
  @DisplayName("S5.7, S5.16: what should not happen is told to every kind, then it has failed")
  void the_unexpected_is_told_to_every_kind() {
    Cycles<ClusterNode> monitor = cycles();
    monitor.cycle.failed(new IllegalStateException("engine broke its contract"));
    monitor.over();
    assertThat(heard.take())
        .containsExactly(
            "error JOINED_DECODED",
            "error JOINED_RAW",
            "error LEFT",
            "error UPDATED",
            "error GROUP_ALTERED",
            "error GROUP_DROPPED",
            "stopped FAILED");
    assertThat(heard.errors.get(0).message())
        .startsWith("PRIMACY-2076: ")
        .contains("engine broke its contract");
  }
}
