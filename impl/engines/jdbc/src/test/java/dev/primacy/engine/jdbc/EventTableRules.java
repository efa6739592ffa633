package dev.primacy.engine.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.Message;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Events through tables; on each database, which is empty when a test begins. */
interface EventTableRules {

  Duration LONG = Duration.ofSeconds(20);
  MessageQueue LIVE = new MessageQueue("test.audit", false);
  MessageQueue DURABLE = new MessageQueue("test.Bills", true);

  /** As somebody who may do everything. */
  Connection administrator() throws SQLException;

  /** Settings of a user who may do everything. */
  Surroundings surroundings();

  default Surroundings quick() {
    return surroundings().with(Settings.POLL, "20ms").with(Settings.TAKEOVER, "1s");
  }

  private static Messenger start(Surroundings surroundings, Hearing hearing, MessageQueue... queues)
      throws Exception {
    Messenger messenger = new JdbcEngine().messenger().orElseThrow().open(surroundings);
    messenger.start(hearing, Set.of(queues));
    return messenger;
  }

  private static Message message(String text) {
    String id = UUID.randomUUID().toString().replace("-", "").substring(0, 26);
    return new Message(id, UUID.randomUUID(), 10_001, text.getBytes(UTF_8));
  }

  private static List<String> texts(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  private static void publish(Messenger messenger, List<String> texts) throws Exception {
    for (String text : texts) {
      messenger.publish(message(text));
    }
  }

  private long count(String table) throws SQLException {
    try (Connection connection = administrator()) {
      return Long.parseLong(Dialect.single(connection, "SELECT COUNT(*) FROM " + table));
    }
  }

  private void execute(String... commands) throws SQLException {
    try (Connection connection = administrator()) {
      for (String command : commands) {
        Dialect.execute(connection, command);
      }
    }
  }

  @Test
  @DisplayName("S3.15 all other nodes hear an event once and in order, and the publisher not")
  default void all_others_hear_each_event_once_in_the_order_of_its_publisher() throws Exception {
    Hearing a = new Hearing();
    Hearing b = new Hearing();
    Hearing c = new Hearing();
    try (Messenger first = start(quick(), a);
        Messenger second = start(quick(), b);
        Messenger third = start(quick(), c)) {
      publish(first, texts("a", 50));
      second.publishAll(texts("b", 500).stream().map(EventTableRules::message).toList());
      await().atMost(LONG).until(() -> c.heard().size() == 550);
      await().atMost(LONG).until(() -> b.heard().size() == 50 && a.heard().size() == 500);
      assertThat(c.heard()).filteredOn(text -> text.startsWith("a")).isEqualTo(texts("a", 50));
      assertThat(c.heard()).filteredOn(text -> text.startsWith("b")).isEqualTo(texts("b", 500));
      assertThat(a.heard()).isEqualTo(texts("b", 500));
      assertThat(b.heard()).isEqualTo(texts("a", 50));
      assertThat(third.status().state()).hasToString("HEALTHY");
    }
  }

  @Test
  default void what_was_published_before_the_start_is_not_heard() throws Exception {
    try (Messenger first = start(quick(), new Hearing())) {
      publish(first, texts("before", 3));
      Hearing late = new Hearing();
      try (Messenger second = start(quick(), late)) {
        publish(first, texts("after", 3));
        await().atMost(LONG).until(() -> late.heard().size() == 3);
        assertThat(late.heard()).isEqualTo(texts("after", 3));
        assertThat(second.status().state()).hasToString("HEALTHY");
      }
    }
  }

  /** With numbers of a sequence the reader would be at 2 when 1 becomes visible. */
  @Test
  default void who_is_slow_to_commit_keeps_later_events_waiting_and_none_is_missed()
      throws Exception {
    Hearing hearing = new Hearing();
    ExecutorService publisher = Executors.newSingleThreadExecutor();
    try (Messenger first = start(quick(), new Hearing());
        Messenger reader = start(quick(), hearing);
        Connection slow = administrator()) {
      publish(first, texts("x", 1));
      await().atMost(LONG).until(() -> hearing.heard().equals(texts("x", 1)));
      slow.setAutoCommit(false);
      Dialect.execute(slow, "UPDATE primacy_record_event_mark SET last_id = last_id + 1");
      Dialect.execute(slow, insertion(2));
      Future<?> later =
          publisher.submit(
              () -> {
                publish(first, texts("later", 1));
                return null;
              });
      await().pollDelay(Duration.ofMillis(300)).until(() -> !later.isDone());
      assertThat(hearing.heard()).isEqualTo(texts("x", 1));
      slow.commit();
      later.get(10, TimeUnit.SECONDS);
      await().atMost(LONG).until(() -> hearing.heard().size() == 3);
      assertThat(hearing.heard()).containsExactly("x0", "x0", "later0");
      assertThat(reader.status().state()).hasToString("HEALTHY");
    } finally {
      publisher.shutdownNow();
    }
  }

  private static String insertion(long id) {
    return ("INSERT INTO primacy_record_event (cluster_name, id, message, sender, publisher,"
            + " event_id, at_millis, body) SELECT cluster_name, %d, 'foreign', '%s', 'foreign', 10001,"
            + " at_millis, body FROM primacy_record_event WHERE id = 1")
        .formatted(id, UUID.randomUUID());
  }

  /** Somebody else's doing, or a database that shows commits in another order. */
  @Test
  default void a_reader_does_not_go_past_a_gap_that_nobody_removed() throws Exception {
    Hearing hearing = new Hearing();
    try (Messenger first = start(quick(), new Hearing());
        Messenger reader = start(quick(), hearing)) {
      publish(first, List.of("1"));
      execute("UPDATE primacy_record_event_mark SET last_id = 3", insertion(3));
      await().during(Duration.ofMillis(400)).until(() -> hearing.heard().size() <= 1);
      execute(insertion(2));
      await()
          .atMost(LONG)
          .untilAsserted(() -> assertThat(hearing.heard()).containsExactly("1", "1", "1"));
      assertThat(hearing.reasons()).isEmpty();
      assertThat(reader.status().state()).hasToString("HEALTHY");
    }
  }

  @Test
  default void what_finds_no_room_is_offered_again_and_nothing_is_lost() throws Exception {
    Hearing hearing = new Hearing().full(true);
    try (Messenger first = start(quick(), new Hearing());
        Messenger reader = start(quick(), hearing)) {
      publish(first, texts("x", 30));
      assertThat(hearing.heard()).isEmpty();
      hearing.full(false);
      await().atMost(LONG).until(() -> hearing.heard().size() == 30);
      assertThat(hearing.heard()).isEqualTo(texts("x", 30));
      assertThat(hearing.lost()).isZero();
      assertThat(reader.status().state()).hasToString("HEALTHY");
    }
  }

  @Test
  default void who_is_further_behind_than_events_are_kept_is_told_how_many_are_lost()
      throws Exception {
    Surroundings brief = quick().with(Settings.KEEP, "300ms").with(Settings.BATCH, "10");
    Hearing hearing = new Hearing().full(true);
    try (Messenger first = start(brief, new Hearing());
        Messenger reader = start(brief, hearing)) {
      publish(first, texts("x", 45));
      await().atMost(LONG).until(() -> count("primacy_record_event") == 0);
      hearing.full(false);
      await().atMost(LONG).until(() -> hearing.heard().size() + hearing.lost() == 45);
      assertThat(hearing.lost()).isBetween(35L, 44L); // a page was read before
      assertThat(hearing.reasons()).allMatch(reason -> reason.startsWith("PRIMACY-3246"));
      publish(first, texts("y", 1));
      await().atMost(LONG).until(() -> hearing.heard().contains("y0"));
      assertThat(reader.status().state()).hasToString("HEALTHY");
    }
  }

  @Test
  @DisplayName("AT-3.8 two nodes of one queue handle ten events once in total")
  default void each_event_of_a_queue_is_handled_once_in_total() throws Exception {
    Hearing a = new Hearing();
    Hearing b = new Hearing();
    try (Messenger first = start(quick(), a, LIVE, DURABLE);
        Messenger second = start(quick(), b, LIVE, DURABLE);
        Messenger publisher = start(quick(), new Hearing())) {
      publish(publisher, texts("x", 10));
      second.publishAll(texts("y", 300).stream().map(EventTableRules::message).toList());
      List<String> all = new ArrayList<>(texts("x", 10));
      all.addAll(texts("y", 300));
      for (MessageQueue queue : List.of(LIVE, DURABLE)) {
        await()
            .atMost(LONG)
            .until(() -> a.handled(queue.name()).size() + b.handled(queue.name()).size() >= 310);
        List<String> handled = new ArrayList<>(a.handled(queue.name()));
        handled.addAll(b.handled(queue.name()));
        assertThat(handled).containsExactlyInAnyOrderElementsOf(all);
      }
      await().atMost(LONG).until(() -> count("primacy_record_event_claim") == 0);
      assertThat(first.status().state()).hasToString("HEALTHY");
    }
  }

  @Test
  @DisplayName("S3.16 a live queue keeps nothing while nobody listens, a durable one everything")
  default void only_a_durable_queue_keeps_events_while_nobody_handles_them() throws Exception {
    Surroundings brief = quick().with(Settings.KEEP, "300ms");
    start(brief, new Hearing(), LIVE, DURABLE).close();
    try (Messenger publisher = start(brief, new Hearing())) {
      publish(publisher, texts("kept", 20));
      await().pollDelay(Duration.ofSeconds(1)).until(() -> count("primacy_record_event") == 20);
      Hearing back = new Hearing();
      try (Messenger again = start(brief, back, LIVE, DURABLE)) {
        await().atMost(LONG).until(() -> back.handled(DURABLE.name()).size() == 20);
        publish(publisher, texts("new", 1));
        await().atMost(LONG).until(() -> !back.handled(LIVE.name()).isEmpty());
        assertThat(back.handled(LIVE.name())).isEqualTo(texts("new", 1));
        assertThat(back.heard()).isEqualTo(texts("new", 1));
        await().atMost(LONG).until(() -> count("primacy_record_event") == 0);
        assertThat(again.status().state()).hasToString("HEALTHY");
      }
    }
  }

  @Test
  default void what_a_node_took_and_did_not_handle_others_handle_when_it_leaves() throws Exception {
    Hearing stuck = new Hearing().slow();
    Messenger leaving = start(quick().with(Settings.TAKEOVER, "1m"), stuck, DURABLE);
    try (Messenger publisher = start(quick(), new Hearing())) {
      publish(publisher, texts("x", 10));
      await().atMost(LONG).until(() -> stuck.handled().size() == 10);
      Hearing heir = new Hearing();
      try (Messenger other = start(quick(), heir, DURABLE)) {
        leaving.close();
        await().atMost(LONG).until(() -> heir.handled().size() == 10);
        assertThat(heir.handled()).isEqualTo(texts("x", 10));
        assertThat(other.status().state()).hasToString("HEALTHY");
      }
    } finally {
      leaving.close();
    }
  }

  @Test
  default void a_node_that_takes_long_keeps_what_it_took() throws Exception {
    Hearing slow = new Hearing().slow();
    Hearing other = new Hearing();
    try (Messenger busy = start(quick(), slow, DURABLE)) {
      busy.publish(message("long"));
      await().atMost(LONG).until(() -> slow.handled().size() == 1);
      try (Messenger idle = start(quick(), other, DURABLE)) {
        await().during(Duration.ofSeconds(3)).atMost(LONG).until(() -> other.handled().isEmpty());
        slow.finish();
        await().atMost(LONG).until(() -> count("primacy_record_event_claim") == 0);
        assertThat(idle.status().state()).hasToString("HEALTHY");
      }
      assertThat(slow.handled()).containsExactly("long");
    }
  }

  @Test
  default void clusters_of_one_table_do_not_hear_each_other() throws Exception {
    Hearing other = new Hearing();
    Hearing same = new Hearing();
    try (Messenger first = start(quick(), new Hearing());
        Messenger second = start(quick().inCluster("Test"), other, LIVE);
        Messenger third = start(quick(), same)) {
      publish(first, texts("x", 5));
      await().atMost(LONG).until(() -> same.heard().size() == 5);
      assertThat(other.heard()).isEmpty();
      assertThat(other.handled()).isEmpty();
      assertThat(second.status()).isEqualTo(third.status());
    }
  }

  @Test
  default void what_strangers_write_into_the_table_is_counted_and_stops_nobody() throws Exception {
    Hearing hearing = new Hearing();
    try (Messenger first = start(quick(), new Hearing());
        Messenger reader = start(quick(), hearing, DURABLE)) {
      publish(first, texts("x", 1));
      execute(
          insertion(2).replaceFirst("'[0-9a-f-]{36}'", "'nobody'"),
          "UPDATE primacy_record_event_mark SET last_id = 2");
      publish(first, texts("y", 1));
      await().atMost(LONG).until(() -> hearing.heard().size() == 2);
      await().atMost(LONG).until(() -> hearing.handled().size() == 2);
      // once as what all hear and once as the queue's, which is read again if a turn was lost
      assertThat(hearing.reasons())
          .hasSizeGreaterThanOrEqualTo(2)
          .allMatch(reason -> reason.startsWith("PRIMACY-3248"));
      assertThat(reader.status().state()).hasToString("HEALTHY");
    }
  }

  @Test
  default void emptied_tables_are_begun_anew() throws Exception {
    Hearing hearing = new Hearing();
    try (Messenger first = start(quick(), new Hearing());
        Messenger reader = start(quick(), hearing, LIVE)) {
      publish(first, texts("x", 3));
      await().atMost(LONG).until(() -> hearing.heard().size() + hearing.handled().size() == 6);
      for (String table : List.of("", "_mark", "_queue", "_consumer", "_claim")) {
        execute("DELETE FROM primacy_record_event" + table);
      }
      await()
          .atMost(LONG)
          .untilAsserted(
              () -> {
                publish(first, List.of("again"));
                assertThat(hearing.heard()).contains("again");
                assertThat(hearing.handled()).contains("again");
              });
      assertThat(reader.status().state()).hasToString("HEALTHY");
    }
  }

  @Test
  default void events_that_many_threads_publish_together_share_transactions() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    Hearing hearing = new Hearing();
    try (Messenger first = start(quick(), new Hearing());
        Messenger reader = start(quick(), hearing)) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String prefix = "t" + i + "-";
        all.add(CompletableFuture.runAsync(() -> publishQuietly(first, prefix), threads));
      }
      for (CompletableFuture<Void> each : all) {
        each.get(60, TimeUnit.SECONDS);
      }
      await().atMost(LONG).until(() -> hearing.heard().size() == 400);
      for (int i = 0; i < 8; i++) {
        String prefix = "t" + i + "-";
        assertThat(hearing.heard())
            .filteredOn(text -> text.startsWith(prefix))
            .isEqualTo(texts(prefix, 50));
      }
      assertThat(reader.status().state()).hasToString("HEALTHY");
    } finally {
      threads.shutdownNow();
    }
  }

  private static void publishQuietly(Messenger messenger, String prefix) {
    try {
      publish(messenger, texts(prefix, 50));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  default void a_table_that_is_missing_is_told_with_the_statement_that_creates_it()
      throws Exception {
    Surroundings never = quick().with(Settings.CREATE_TABLE, "false");
    assertThatThrownBy(() -> start(never, new Hearing()).close())
        .isInstanceOf(MessengerException.class)
        .hasMessageStartingWith("PRIMACY-3222")
        .hasMessageContaining("CREATE TABLE primacy_record_event (");
    assertThat(never.threadsMade()).allSatisfy(thread -> await().until(() -> !thread.isAlive()));
  }

  @Test
  default void nothing_is_published_once_it_is_closed_and_no_thread_is_left() throws Exception {
    Surroundings own = quick();
    Messenger messenger = start(own, new Hearing(), LIVE, DURABLE);
    messenger.publish(message("x"));
    messenger.close();
    messenger.close();
    assertThatThrownBy(() -> messenger.publish(message("y")))
        .isInstanceOf(MessengerException.class)
        .hasMessageStartingWith("PRIMACY-3260");
    assertThat(own.threadsMade())
        .isNotEmpty()
        .allSatisfy(thread -> await().atMost(LONG).until(() -> !thread.isAlive()));
  }

  @Test
  default void an_id_that_is_none_is_refused() throws Exception {
    try (Messenger messenger = start(quick(), new Hearing())) {
      Message long1 = new Message("x".repeat(65), UUID.randomUUID(), 1, new byte[0]);
      assertThatThrownBy(() -> messenger.publish(long1)).hasMessageStartingWith("PRIMACY-3262");
    }
  }
}
