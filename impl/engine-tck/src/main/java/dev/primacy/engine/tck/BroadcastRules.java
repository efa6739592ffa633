package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.Message;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one node publishes all others hear, in its order. */
interface BroadcastRules {
  /** By each node. */
  int MANY = 200;

  /** Hints that come faster than anybody reads. */
  int FLOOD = 10_000;

  @Test
  default void each_node_hears_all_of_the_others_in_their_order_and_nothing_of_its_own(Talk talk)
      throws Exception {
    List<Talker> all = List.of(talk.join("n1"), talk.join("n2"), talk.join("n3"));
    talk.acquaint(all.toArray(Talker[]::new));
    Threads.sideBySide(all.stream().<Runnable>map(t -> () -> Talking.publish(t, MANY)).toList());
    for (Talker hearer : all) {
      for (Talker speaker : all) {
        if (hearer == speaker) {
          assertThat(hearer.heardOf(hearer)).isEmpty();
        } else {
          Waiting.until(
              hearer + " hears all of " + speaker,
              Talk.PATIENCE,
              () -> hearer.numbersOf(speaker).stream().distinct().count() == MANY);
          assertThat(Talking.once(talk, hearer.numbersOf(speaker)))
              .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
          assertThat(hearer.heardOf(speaker).stream().map(Message::id).distinct())
              .containsExactlyElementsOf(speaker.publishedIds());
        }
      }
    }
  }

  @Test
  default void what_several_threads_of_a_node_publish_is_heard_in_the_order_of_each(Talk talk)
      throws Exception {
    Talker speaker = talk.join("n1");
    Talker hearer = talk.join("n2");
    talk.acquaint(speaker, hearer);
    long threads = 4;
    List<Runnable> publishing = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      publishing.add(Talking.numbered(speaker, thread, MANY));
    }
    Threads.sideBySide(publishing);
    Waiting.until(
        "all is heard",
        Talk.PATIENCE,
        () ->
            hearer.heardOf(speaker).stream().map(Message::id).distinct().count() == threads * MANY);
    for (int thread = 0; thread < threads; thread++) {
      assertThat(Talking.once(talk, Talking.numbersOf(hearer.heardOf(speaker), thread)))
          .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
    }
  }

  @Test
  default void bodies_arrive_as_they_were_from_none_to_the_largest(Talk talk) throws Exception {
    Talker speaker = talk.join("n1");
    Talker hearer = talk.join("n2");
    talk.acquaint(speaker, hearer);
    long seed = Seeds.next();
    byte[] largest = new byte[Message.MAX_BODY_BYTES];
    new Random(seed).nextBytes(largest);
    speaker.publish(new byte[0]);
    speaker.publish(largest);
    Waiting.until("both are heard", Talk.PATIENCE, () -> hearer.heardOf(speaker).size() >= 2);
    assertThat(hearer.heardOf(speaker).get(0).body()).isEmpty();
    assertThat(hearer.heardOf(speaker).get(1).body()).as("of seed " + seed).isEqualTo(largest);
  }

  @Test
  default void many_large_bodies_arrive_in_their_order(Talk talk) throws Exception {
    Talker speaker = talk.join("n1");
    Talker hearer = talk.join("n2");
    talk.acquaint(speaker, hearer);
    int count = 100;
    for (int i = 0; i < count; i++) {
      speaker.publish(ByteBuffer.allocate(Message.MAX_BODY_BYTES).putInt(i).array());
    }
    Waiting.until(
        "all are heard",
        Talk.PATIENCE,
        () -> hearer.numbersOf(speaker).stream().distinct().count() == count);
    assertThat(Talking.once(talk, hearer.numbersOf(speaker)))
        .containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
  }

  @Test
  default void a_node_hears_nothing_of_before_it_came_nor_of_other_clusters(Talk talk)
      throws Exception {
    Talker speaker = talk.join("n1");
    speaker.publish();
    Talker later = talk.join("n2");
    String elsewhere = talk.elsewhere();
    Talker stranger = talk.join(elsewhere, "n1");
    Talker strange = talk.join(elsewhere, "n2");
    talk.acquaint(speaker, later);
    talk.acquaint(stranger, strange);
    speaker.publish();
    Waiting.until("it is heard", Talk.PATIENCE, () -> !later.heardOf(speaker).isEmpty());
    assertThat(later.numbersOf(speaker)).containsExactly(1);
    assertThat(later.heardProbeOf(stranger)).isFalse();
    assertThat(strange.heardProbeOf(speaker)).isFalse();
    assertThat(strange.heardOf(speaker)).isEmpty();
  }

  @Test
  default void hints_reach_the_others_and_nobody_waits_for_them(Talk talk) throws Exception {
    Talker speaker = talk.join("n1");
    Talker hearer = talk.join("n2");
    talk.acquaint(speaker, hearer);
    RecordKey key = new RecordKey(RecordKind.GROUP, "orders");
    Waiting.until(
        "a hint arrives",
        Talk.PATIENCE,
        () -> {
          Stopwatch.within(OutageRules.SLACK, () -> speaker.messenger().hint(key));
          return hearer.hintedAt(key);
        });
    assertThat(hearer.hintedAt(new RecordKey(RecordKind.NODE, "orders"))).isFalse();
  }

  @Test
  default void a_flood_of_hints_keeps_no_message_back(Talk talk) throws Exception {
    Talker speaker = talk.join("n1");
    Talker hearer = talk.join("n2");
    talk.acquaint(speaker, hearer);
    Stopwatch.within(
        Talk.PATIENCE,
        () -> {
          for (int i = 0; i < FLOOD; i++) {
            speaker.messenger().hint(new RecordKey(RecordKind.GROUP, "orders" + i));
          }
        });
    speaker.publish(MANY);
    Waiting.until(
        "all is heard",
        Talk.PATIENCE,
        () -> hearer.numbersOf(speaker).stream().distinct().count() == MANY);
  }
}
