package dev.primacy.engine.tck;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A listener that fails or has no room harms nobody but itself. */
interface ListenerRules {

  @Test
  default void a_listener_that_throws_hears_what_follows(Talk talk) throws Exception {
    Talker speaker = talk.join("n1");
    Talker failing = talk.join("n2");
    Talker sound = talk.join("n3");
    talk.acquaint(speaker, failing, sound);
    AtomicInteger calls = new AtomicInteger();
    failing.room(
        message -> {
          if (calls.getAndIncrement() == 0) {
            throw new IllegalStateException("planted");
          }
          return true;
        });
    speaker.publish(10);
    Waiting.until("the last is heard", Talk.PATIENCE, () -> failing.numbersOf(speaker).contains(9));
    Waiting.until("all are heard", Talk.PATIENCE, () -> sound.numbersOf(speaker).size() >= 10);
  }

  @Test
  default void a_listener_that_throws_at_a_hint_hears_what_follows(Talk talk) throws Exception {
    Talker speaker = talk.join("n1");
    Talker failing = talk.join("n2");
    talk.acquaint(speaker, failing);
    RecordKey fatal = new RecordKey(RecordKind.GROUP, "fatal");
    failing.failAt(fatal);
    RecordKey next = new RecordKey(RecordKind.GROUP, "next");
    Waiting.until(
        "the next hint arrives",
        Talk.PATIENCE,
        () -> {
          speaker.messenger().hint(fatal);
          speaker.messenger().hint(next);
          return failing.hintedAt(fatal) && failing.hintedAt(next);
        });
    speaker.publish(10);
    Waiting.until("all are heard", Talk.PATIENCE, () -> failing.numbersOf(speaker).contains(9));
  }

  @Test
  default void a_listener_that_throws_at_a_queue_handles_what_follows(Talk talk) throws Exception {
    Talker speaker = talk.join("n1");
    Talker failing = talk.join("n2", QueueRules.LIVE);
    talk.acquaint(speaker, failing);
    AtomicInteger calls = new AtomicInteger();
    failing.room(
        message -> {
          // heard and handled both ask for room
          if (calls.getAndIncrement() < 2) {
            throw new IllegalStateException("planted");
          }
          return true;
        });
    speaker.publish(10);
    String last = speaker.publishedIds().get(9);
    Waiting.until(
        "the last is handled", Talk.PATIENCE, () -> failing.handled("jobs").contains(last));
  }

  @Test
  default void what_finds_no_room_is_offered_again_or_said_to_be_lost(Talk talk) throws Exception {
    Talker speaker = talk.join("n1");
    Talker full = talk.join("n2");
    talk.acquaint(speaker, full);
    AtomicInteger calls = new AtomicInteger();
    full.room(message -> calls.getAndIncrement() >= 3);
    speaker.publish(10);
    Waiting.until(
        "each is heard or lost",
        Talk.PATIENCE,
        () -> full.numbersOf(speaker).stream().distinct().count() + full.lostMessages() == 10);
  }

  @Test
  default void what_finds_no_room_in_a_queue_is_handled_later_or_elsewhere_or_said_to_be_lost(
      Talk talk) throws Exception {
    Talker speaker = talk.join("n1");
    Talker full = talk.join("n2", QueueRules.LIVE);
    talk.acquaint(speaker, full);
    AtomicInteger first = new AtomicInteger();
    full.room(message -> first.getAndIncrement() >= 6);
    speaker.publish(10);
    // heard and handled both need room, in whichever order they come
    Waiting.until(
        "each is accounted for twice",
        Talk.PATIENCE,
        () ->
            full.handled("jobs").stream().distinct().count()
                    + full.numbersOf(speaker).stream().distinct().count()
                    + full.lostMessages()
                == 20);
  }
}
