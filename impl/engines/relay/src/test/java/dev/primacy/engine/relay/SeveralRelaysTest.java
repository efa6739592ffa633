package dev.primacy.engine.relay;

import static dev.primacy.engine.relay.ScriptedRelay.begin;
import static dev.primacy.engine.relay.ScriptedRelay.frame;
import static dev.primacy.engine.relay.ScriptedRelay.frames;
import static dev.primacy.engine.relay.ScriptedRelay.record;
import static dev.primacy.engine.relay.ScriptedRelay.refuse;
import static dev.primacy.engine.relay.ScriptedRelay.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A list of relays: one at a time is asked and listened to, and the store says which. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SeveralRelaysTest {
  private static final RecordKey LEDGER = new RecordKey(RecordKind.GROUP, "ledger");

  private final Set<RecordKey> hinted = ConcurrentHashMap.newKeySet();
  private ScriptedRelay first;
  private ScriptedRelay second;
  private RecordStore store;

  /** Open streams of hints, of both relays. */
  private final AtomicInteger streams = new AtomicInteger();

  private final AtomicInteger mostStreams = new AtomicInteger();

  @BeforeEach
  void open() throws Exception {
    first = new ScriptedRelay();
    second = new ScriptedRelay();
    for (ScriptedRelay relay : List.of(first, second)) {
      relay.script = exchange -> send(exchange, 200, list());
      relay.watch = this::stream;
    }
    store = new RelayEngine().open(surroundings(first.url() + "," + second.url()));
  }

  @AfterEach
  void close() {
    store.close();
    first.close();
    second.close();
  }

  private Surroundings surroundings(String urls) {
    return first
        .surroundings()
        // a request that is late for want of a processor would be taken for one that failed
        .withRequestTimeout(Duration.ofSeconds(2))
        .with("primacy.relay.url", urls);
  }

  private static byte[] list() {
    return frames(
        out -> {
          record(out, LEDGER, "1");
          frame(out, 'E');
        });
  }

  /** Until the other side hangs up, which a write finds out. */
  private void stream(HttpExchange exchange) throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    OutputStream out = begin(exchange, 200);
    int open = streams.incrementAndGet();
    mostStreams.accumulateAndGet(open, Math::max);
    try {
      out.write(frames(to -> frame(to, 'T')));
      out.flush();
      while (!never.await(10, TimeUnit.MILLISECONDS)) {
        out.write(ScriptedRelay.bytes(to -> frame(to, 'T')));
        out.flush();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      streams.decrementAndGet();
    }
  }

  private static long watched(ScriptedRelay relay) {
    return relay.asked.stream().filter("/relay/watch"::equals).count();
  }

  private void awaitList() {
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreException(StoreException.class)
        .until(() -> store.list().size() == 1);
  }

  @Test
  @DisplayName("S5.14: the next relay is told, and the hints of the one before end")
  void s5_14_the_next_relay_is_told_and_followed_alone() throws Exception {
    assertThat(store.endpoint()).isEmpty();
    store.watch(hinted::add);
    assertThat(store.list()).hasSize(1);
    assertThat(store.endpoint()).contains(first.url() + "/");
    await().until(() -> hinted.contains(LEDGER));

    first.close();
    awaitList();
    assertThat(store.endpoint()).contains(second.url() + "/");
    hinted.clear();
    await().until(() -> hinted.contains(LEDGER) || watched(second) == 1);
    await().until(() -> streams.get() == 1);
    assertThat(watched(second)).isEqualTo(1);
  }

  /** Otherwise it would listen at one relay and ask the other. */
  @Test
  void hints_of_a_relay_that_answers_nothing_else_are_given_up() {
    first.script = first::hang;
    store.watch(hinted::add);
    await().until(() -> watched(first) >= 1);
    assertThatThrownBy(() -> store.list()).isInstanceOf(StoreException.class);
    awaitList();
    await().until(() -> watched(second) == 1 && streams.get() == 1);
    assertThat(store.endpoint()).contains(second.url() + "/");
    assertThat(watched(first)).isEqualTo(1);
  }

  @Test
  void a_relay_of_another_cluster_is_passed_over() {
    first.script = exchange -> refuse(exchange, 409, "PRIMACY-3461: another cluster");
    first.watch = first.script;
    store.watch(hinted::add);
    awaitList();
    assertThat(store.endpoint()).contains(second.url() + "/");
    await().until(() -> watched(second) == 1 && hinted.contains(LEDGER));
  }

  @Test
  void with_nobody_there_the_one_before_is_still_told() throws Exception {
    assertThat(store.list()).hasSize(1);
    first.close();
    second.close();
    assertThatThrownBy(() -> store.list()).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> store.list()).isInstanceOf(StoreException.class);
    assertThat(store.endpoint()).contains(first.url() + "/");
  }

  @Test
  void of_one_relay_there_is_nothing_to_tell() throws Exception {
    try (RecordStore single = new RelayEngine().open(surroundings(second.url()))) {
      assertThat(single.list()).hasSize(1);
      assertThat(single.endpoint()).isEmpty();
    }
  }

  @Test
  void an_answer_that_comes_late_does_not_take_the_route_back() {
    URI one = URI.create("http://127.0.0.1:1/");
    URI other = URI.create("http://127.0.0.1:2/");
    Route route = new Route(List.of(one, one, other));
    route.answered(one);
    assertThat(route.leave(one)).isTrue();
    assertThat(route.relay()).isEqualTo(other);
    route.answered(other);
    route.answered(one);
    assertThat(route.endpoint()).contains(other.toString());
    assertThat(route.leave(one)).as("left already").isFalse();
    assertThat(route.relay()).isEqualTo(other);
  }
}
