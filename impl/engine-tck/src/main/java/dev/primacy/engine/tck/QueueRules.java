package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.primacy.messaging.Guarantee;
import dev.primacy.spi.MessageQueue;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of each queue one node handles each message. */
interface QueueRules {
  /** Handled while its nodes live. */
  MessageQueue LIVE = new MessageQueue("jobs", false);

  @Test
  default void of_two_nodes_one_handles_each_message_and_both_hear_it(Talk talk) throws Exception {
    Talker one = talk.join("n1", LIVE);
    Talker other = talk.join("n2", LIVE);
    talk.acquaint(one, other);
    one.publish(10);
    handledInAll(talk, 10, one, other);
    Waiting.until("it is heard", Talk.PATIENCE, () -> other.numbersOf(one).size() >= 10);
  }

  @Test
  default void of_three_nodes_that_all_publish_one_handles_each_message(Talk talk)
      throws Exception {
    Talker[] all = {talk.join("n1", LIVE), talk.join("n2", LIVE), talk.join("n3", LIVE)};
    talk.acquaint(all);
    Threads.sideBySide(Stream.of(all).<Runnable>map(t -> () -> Talking.publish(t, 60)).toList());
    handledInAll(talk, 180, all);
  }

  @Test
  default void a_node_that_handles_nothing_publishes_for_those_that_do(Talk talk) throws Exception {
    Talker speaker = talk.join("n1");
    Talker one = talk.join("n2", LIVE);
    Talker other = talk.join("n3", LIVE, new MessageQueue("audit", false));
    talk.acquaint(speaker, one, other);
    speaker.publish(40);
    handledInAll(talk, 40, one, other);
    Waiting.until("the other queue", Talk.PATIENCE, () -> other.handled("audit").size() == 40);
    assertThat(one.handled("audit")).isEmpty();
    assertThat(speaker.handled(LIVE.name())).isEmpty();
  }

  @Test
  default void a_node_by_itself_handles_what_it_publishes(Talk talk) throws Exception {
    Talker alone = talk.join("n1", LIVE);
    talk.acquaint(alone);
    alone.publish(10);
    handledInAll(talk, 10, alone);
    assertThat(alone.heardOf(alone)).isEmpty();
  }

  @Test
  default void when_a_node_is_closed_in_the_middle_the_promise_holds(Talk talk) throws Exception {
    Talker speaker = talk.join("n1", LIVE);
    Talker leaving = talk.join("n2", LIVE);
    Talker staying = talk.join("n3", LIVE);
    talk.acquaint(speaker, leaving, staying);
    Thread publishing = Threads.start("publishing", () -> Talking.publish(speaker, 300));
    leaving.close();
    publishing.join();
    talk.acquaint(speaker, staying);
    speaker.publish(20);
    List<String> last = speaker.publishedIds().subList(300, 320);
    Waiting.until(
        "those after the close", Talk.PATIENCE, () -> handled(speaker, staying).containsAll(last));
    Guarantee promise = talk.service().provider().promise().toOne();
    if (promise == Guarantee.AT_LEAST_ONCE) {
      Waiting.until("all", Talk.PATIENCE, () -> distinct(speaker, leaving, staying) == 320);
    } else {
      assertThat(handled(speaker, leaving, staying)).doesNotHaveDuplicates();
    }
  }

  @Test
  default void what_is_published_while_nobody_handles_a_durable_queue_is_handled_later(Talk talk)
      throws Exception {
    assumeTrue(talk.service().provider().promise().durable().isPresent(), "It keeps no messages.");
    MessageQueue durable = new MessageQueue("kept", true);
    Talker speaker = talk.join("n1");
    Talker first = talk.join("n2", durable);
    talk.acquaint(speaker, first);
    first.close();
    speaker.publish(10);
    Talker second = talk.join("n2", durable);
    Waiting.until(
        "all is handled",
        Talk.PATIENCE,
        () -> second.handled("kept").stream().distinct().count() == 10);
  }

  private static List<String> handled(Talker... talkers) {
    return Stream.of(talkers).flatMap(t -> t.handled(LIVE.name()).stream()).toList();
  }

  private static long distinct(Talker... talkers) {
    return handled(talkers).stream().distinct().count();
  }

  private static void handledInAll(Talk talk, int count, Talker... talkers) throws Exception {
    Waiting.until("all " + count + " are handled", Talk.PATIENCE, () -> distinct(talkers) == count);
    // what comes after these is handled: then nothing is on its way that would be handled again
    talk.acquaint(talkers);
    assertThat(Set.copyOf(handled(talkers))).isEqualTo(Set.copyOf(talk.publishedIds()));
    if (talk.service().provider().promise().toOne() == Guarantee.AT_MOST_ONCE) {
      assertThat(handled(talkers)).hasSize(count);
    }
  }
}
