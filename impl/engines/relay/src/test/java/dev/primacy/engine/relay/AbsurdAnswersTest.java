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
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A relay that is slow, broken or lies. Writes end unknown when in doubt, reads fail; in time. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AbsurdAnswersTest {
  private static final RecordKey LEDGER = new RecordKey(RecordKind.GROUP, "ledger");
  private static final RecordKey SELF =
      new RecordKey(RecordKind.NODE, UUID.randomUUID().toString());

  private ScriptedRelay relay;
  private RecordStore store;

  @BeforeEach
  void open() throws Exception {
    relay = new ScriptedRelay();
    store = new RelayEngine().open(relay.surroundings());
  }

  @AfterEach
  void close() {
    store.close();
    relay.close();
  }

  private PutOutcome create() {
    return store.put(SELF, RecordVersion.ABSENT, new byte[] {1});
  }

  private void assertNothingKnown() {
    assertThat(create()).isInstanceOf(PutOutcome.Unknown.class);
    assertNoReads();
  }

  private void assertNoReads() {
    assertThatThrownBy(() -> store.read(LEDGER)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> store.list()).isInstanceOf(StoreException.class);
    assertThat(store.status().state()).isNotEqualTo(StoreStatus.State.HEALTHY);
  }

  private String failure() {
    try {
      store.list();
      return "none";
    } catch (StoreException | InterruptedException failure) {
      return String.valueOf(failure.getMessage());
    }
  }

  // ---- faults

  @Test
  void a_relay_that_answers_500_tells_nothing() {
    relay.script = exchange -> send(exchange, 500, new byte[0]);
    assertNothingKnown();
    assertThat(failure()).contains("PRIMACY-3417", "status 500");
  }

  @Test
  void a_relay_that_says_nothing_is_given_up_in_time() {
    relay.script = relay::hang;
    assertNothingKnown();
    assertThat(failure()).contains("PRIMACY-3413", "500 ms");
  }

  @Test
  void half_an_answer_is_none() {
    byte[] whole = frames(out -> record(out, LEDGER, "1", new byte[100]));
    relay.script = exchange -> send(exchange, 200, Arrays.copyOf(whole, whole.length / 2));
    assertNothingKnown();
    relay.script = exchange -> send(exchange, 200, whole);
    assertNoReads();
    assertThat(failure()).contains("PRIMACY-3419", "cut off");
  }

  @Test
  void half_an_answer_and_then_silence_is_given_up_in_time() {
    relay.script =
        exchange -> {
          begin(exchange, 200).write(frames(out -> record(out, LEDGER, "1")));
          exchange.getResponseBody().flush();
          relay.hang(exchange);
        };
    assertNothingKnown();
  }

  @Test
  void an_answer_that_drips_is_given_up_in_time() {
    relay.script =
        exchange -> {
          OutputStream out = begin(exchange, 200);
          out.write(frames(to -> {}));
          try {
            for (int i = 0; i < 100_000; i++) {
              byte[] one = ScriptedRelay.bytes(to -> record(to, LEDGER, "1"));
              out.write(one[i % one.length]);
              out.flush();
              boolean never =
                  new java.util.concurrent.CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
              assertThat(never).isFalse();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    assertNothingKnown();
  }

  @Test
  void after_faults_it_is_used_again_as_soon_as_it_answers() throws Exception {
    relay.script = exchange -> send(exchange, 500, new byte[0]);
    assertNothingKnown();
    relay.script =
        exchange ->
            send(
                exchange,
                200,
                frames(
                    out -> {
                      record(out, LEDGER, "7", (byte) 1, (byte) 2);
                      frame(out, 'E');
                    }));
    assertThat(store.read(LEDGER).orElseThrow().value()).containsExactly(1, 2);
    assertThat(store.status().state()).isEqualTo(StoreStatus.State.HEALTHY);
  }

  @Test
  void without_anybody_there_nothing_was_sent() {
    relay.close();
    assertThat(create()).isInstanceOf(PutOutcome.Refused.class);
    assertNoReads();
    assertThat(failure()).contains("PRIMACY-3414");
  }

  // ---- lies

  @Test
  void only_a_relay_says_for_sure_that_nothing_was_done() {
    relay.script = exchange -> send(exchange, 403, new byte[0]);
    assertThat(create()).isInstanceOf(PutOutcome.Unknown.class);
    relay.script = exchange -> refuse(exchange, 403, "PRIMACY-3467: not yours");
    assertThat(store.put(SELF, new RecordVersion("1"), new byte[] {1}))
        .isInstanceOfSatisfying(
            PutOutcome.Refused.class,
            it -> assertThat(it.cause()).hasMessageContaining("PRIMACY-3467: not yours"));
    relay.script = exchange -> refuse(exchange, 409, "PRIMACY-3463: relay of a relay");
    assertNoReads();
    assertThat(store.status().detail()).contains("PRIMACY-3416", "PRIMACY-3463");
  }

  @Test
  @DisplayName("T5: another version is refused with both")
  void t5_another_version_is_refused_by_naming_both() {
    relay.script = exchange -> send(exchange, 200, new byte[] {'P', 'R', 'Y', 9, 'E', 0, 0, 0, 0});
    assertNothingKnown();
    assertThat(failure()).contains("PRIMACY-3418", "version 9", "version 1");
  }

  @Test
  @DisplayName("T5: what is of another type is not read at all")
  void t5_another_content_type_is_not_believed() {
    relay.script =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(frames(out -> frame(out, 'E')));
        };
    assertNothingKnown();
    assertThat(failure()).contains("PRIMACY-3417", "text/html");
  }

  @Test
  @DisplayName("T11: a size in an answer never decides over memory")
  void t11_absurd_sizes_are_refused() {
    for (int length : new int[] {-1, Integer.MAX_VALUE, Frames.LARGEST + 1}) {
      byte[] answer =
          frames(
              out -> {
                out.writeByte('R');
                out.writeInt(length);
              });
      relay.script = exchange -> send(exchange, 200, answer);
      assertNothingKnown();
      assertThat(failure()).contains("PRIMACY-3419");
    }
    byte[] large = new byte[RecordStore.MAX_VALUE_BYTES + 1];
    relay.script = exchange -> send(exchange, 200, frames(out -> record(out, LEDGER, "1", large)));
    assertNothingKnown();
    assertThat(failure()).contains("a record is too large");
  }

  @Test
  @DisplayName("T11: an answer without end is given up in time")
  void t11_an_endless_list_is_given_up() {
    relay.script =
        exchange -> {
          OutputStream out = begin(exchange, 200);
          out.write(frames(to -> {}));
          for (long i = 0; ; i++) {
            RecordKey key = new RecordKey(RecordKind.GROUP, "g" + i);
            out.write(ScriptedRelay.bytes(to -> record(to, key, "1", new byte[10_000])));
          }
        };
    assertNothingKnown();
  }

  @Test
  @DisplayName("T11: an endless reason is not read to its end")
  void t11_an_endless_reason_is_cut() {
    relay.script =
        exchange -> {
          exchange.getResponseHeaders().set("Primacy-Relay", "refused");
          exchange.sendResponseHeaders(403, 0);
          for (; ; ) {
            exchange.getResponseBody().write(new byte[4_096]);
          }
        };
    assertThat(create()).isInstanceOf(PutOutcome.Refused.class);
    assertThat(failure().length()).isLessThan(1_000);
  }

  @Test
  @DisplayName("T11: what nobody asked for is not believed")
  void t11_answers_to_other_questions_are_not_believed() {
    RecordKey other = new RecordKey(RecordKind.GROUP, "other");
    answer(out -> record(out, other, "1"));
    assertThatThrownBy(() -> store.read(LEDGER)).hasMessageContaining("another record");
    answer(
        out -> {
          record(out, LEDGER, "1");
          record(out, LEDGER, "2");
        });
    assertNoReads();
    answer(out -> record(out, new RecordKey(RecordKind.SCHEDULE, "s"), "1"));
    assertThatThrownBy(() -> store.list()).hasMessageContaining("never listed");
    answer(out -> record(out, LEDGER, ""));
    assertNoReads();
    answer(out -> record(out, new RecordKey(RecordKind.GROUP, "../x"), "1"));
    assertNoReads();
    answer(out -> frame(out, 'S', (byte) 0, (byte) 1, (byte) '1'));
    assertNoReads();
    answer(out -> frame(out, '?'));
    assertNothingKnown();
    answer(out -> frame(out, 'S', (byte) 0, (byte) 0));
    assertThat(create()).isInstanceOf(PutOutcome.Unknown.class);
    answer(out -> {});
    assertThat(create()).isInstanceOf(PutOutcome.Unknown.class);
  }

  private void answer(ScriptedRelay.Content content) {
    relay.script =
        exchange ->
            send(
                exchange,
                200,
                frames(
                    out -> {
                      content.writeTo(out);
                      frame(out, 'E');
                    }));
  }

  @Test
  void a_redirect_is_not_followed_and_the_token_goes_nowhere_else() throws Exception {
    try (ScriptedRelay elsewhere = new ScriptedRelay()) {
      relay.script =
          exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere.url() + "/list");
            exchange.sendResponseHeaders(307, -1);
          };
      assertNothingKnown();
      assertThat(elsewhere.asked).isEmpty();
    }
  }

  @Test
  void a_write_is_sent_once_whatever_becomes_of_it() {
    relay.script = HttpExchange::close;
    assertThat(create()).isInstanceOf(PutOutcome.Unknown.class);
    assertThat(relay.asked).containsExactly("/relay/put");
  }

  @Test
  void what_became_of_a_write_is_told_though_its_list_never_comes() {
    relay.script =
        exchange -> {
          begin(exchange, 200)
              .write(frames(out -> frame(out, 'S', (byte) 0, (byte) 1, (byte) '5')));
          exchange.getResponseBody().flush();
          relay.hang(exchange);
        };
    List<PutOutcome> told = new CopyOnWriteArrayList<>();
    assertThatThrownBy(
            () -> store.putAndList(SELF, RecordVersion.ABSENT, new byte[] {1}, told::add))
        .isInstanceOf(StoreException.class);
    assertThat(told).containsExactly(new PutOutcome.Stored(new RecordVersion("5")));
  }

  // ---- hints

  @Test
  void a_stream_that_falls_silent_is_opened_anew() {
    relay.watch =
        exchange -> {
          begin(exchange, 200).write(frames(out -> frame(out, 'T')));
          exchange.getResponseBody().flush();
          relay.hang(exchange);
        };
    assertThat(store.watch(key -> {})).isTrue();
    await().until(() -> relay.asked.stream().filter("/relay/watch"::equals).count() >= 3);
    assertThat(relay.asked).contains("/relay/list");
  }

  @Test
  void each_opening_hints_at_all_there_is() {
    answer(out -> record(out, LEDGER, "1"));
    relay.watch =
        exchange -> {
          begin(exchange, 200).write(frames(out -> frame(out, 'T')));
          exchange.getResponseBody().flush();
          relay.hang(exchange);
        };
    Set<RecordKey> hinted = ConcurrentHashMap.newKeySet();
    store.watch(hinted::add);
    await().until(() -> hinted.contains(LEDGER));
  }

  @Test
  @DisplayName("T10: hints without end cost a bounded number of them")
  void t10_a_flood_of_hints_is_merged() throws Exception {
    Hints hints = new Hints();
    Frames frames = new Frames(hints.most(), hints);
    ByteArrayOutputStream flood = new ByteArrayOutputStream();
    flood.writeBytes(frames(out -> {}));
    for (int i = 0; i < 3 * Hints.MOST_WAITING; i++) {
      RecordKey key = new RecordKey(RecordKind.GROUP, "g" + i);
      flood.writeBytes(
          ScriptedRelay.bytes(
              out -> frame(out, 'H', ScriptedRelay.bytes(in -> ScriptedRelay.key(in, key)))));
    }
    frames.feed(java.nio.ByteBuffer.wrap(flood.toByteArray()));
    Hints.News news = hints.await(0);
    assertThat(news.everything()).isTrue();
    assertThat(news.keys()).hasSizeLessThanOrEqualTo(Hints.MOST_WAITING);
  }

  @Test
  void a_stream_that_is_none_is_given_up_and_asked_for_again() throws IOException {
    relay.watch = exchange -> send(exchange, 200, new byte[] {1, 2, 3, 4, 5, 6});
    store.watch(key -> {});
    await().until(() -> relay.asked.stream().filter("/relay/watch"::equals).count() >= 3);
  }
}
