package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoreStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A messenger starts whole or not at all, and leaves nothing. */
interface MessengerLifeRules {
  /** How long it may take to close. */
  Duration CLOSING = Duration.ofSeconds(10);

  @Test
  default void it_is_healthy_once_started_and_not_after_it_was_closed(Talk talk) throws Exception {
    Talker talker = talk.join("n1");
    Waiting.until(
        "it is healthy",
        Talk.PATIENCE,
        () -> talker.messenger().status().state() == StoreStatus.State.HEALTHY);
    talker.close();
    assertThat(talker.messenger().status().state()).isNotEqualTo(StoreStatus.State.HEALTHY);
  }

  @Test
  default void after_close_nothing_can_be_published_and_a_second_close_does_nothing(Talk talk)
      throws Exception {
    Talker talker = talk.join("n1");
    talker.publish();
    Stopwatch.within(CLOSING, talker::close);
    Stopwatch.within(CLOSING, talker::close);
    assertThatExceptionOfType(MessengerException.class)
        .isThrownBy(talker::publish)
        .withMessageStartingWith("PRIMACY-");
    talker.messenger().hint(new RecordKey(RecordKind.GROUP, "orders"));
  }

  @Test
  default void one_that_was_never_started_publishes_nothing_and_closes(Talk talk) throws Exception {
    Surroundings surroundings = talk.service().surroundings(talk.elsewhere(), "n1");
    Talker talker = new Talker(talk.service().provider(), surroundings);
    assertThatExceptionOfType(MessengerException.class).isThrownBy(talker::publish);
    talker.close();
    assertThat(surroundings.threadsMade()).noneMatch(Thread::isAlive);
  }

  @Test
  default void one_that_is_closed_while_it_publishes_says_so_to_the_publisher(Talk talk)
      throws Exception {
    Talker speaker = talk.join("n1");
    Talker hearer = talk.join("n2");
    talk.acquaint(speaker, hearer);
    AtomicReference<Optional<Exception>> end = new AtomicReference<>(Optional.empty());
    Thread publishing = Threads.start("publishing", () -> end.set(untilRefused(speaker)));
    Waiting.until("some are heard", Talk.PATIENCE, () -> hearer.heardOf(speaker).size() > 10);
    Stopwatch.within(CLOSING, speaker::close);
    publishing.join(Talk.PATIENCE.toMillis());
    assertThat(publishing.isAlive()).isFalse();
    assertThat(end.get()).get().isInstanceOf(MessengerException.class);
  }

  private static Optional<Exception> untilRefused(Talker speaker) {
    try {
      while (true) {
        speaker.publish();
      }
    } catch (MessengerException refused) {
      return Optional.of(refused);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(e);
    }
  }

  @Test
  default void no_thread_and_no_socket_is_left_after_close(Talk talk) throws Exception {
    talk.join("n1").close();
    Leaks leaks = Leaks.sinceNow();
    Talker one = talk.join("n2", QueueRules.LIVE);
    Talker other = talk.join("n3", QueueRules.LIVE);
    talk.acquaint(one, other);
    one.publish(10);
    one.close();
    other.close();
    Waiting.until("no thread is left", Talk.PATIENCE, () -> leaks.threads().isEmpty());
    Waiting.until("no socket is left", Talk.PATIENCE, () -> leaks.sockets() <= 0);
    assertThat(one.surroundings().threadsMade()).noneMatch(Thread::isAlive);
  }

  @Test
  default void one_that_cannot_start_says_so_and_leaves_nothing(Talk talk) throws Exception {
    Optional<Surroundings> unable = talk.service().unable(talk.elsewhere());
    assumeTrue(unable.isPresent(), "There is no way in which it cannot start.");
    Surroundings surroundings = unable.orElseThrow();
    Leaks leaks = Leaks.sinceNow();
    assertThatExceptionOfType(MessengerException.class)
        .isThrownBy(
            () -> {
              Messenger messenger = talk.service().provider().open(surroundings);
              messenger.start(new Talker(talk.service().provider(), surroundings), Set.of());
            })
        .withMessageStartingWith("PRIMACY-");
    Waiting.until("no thread is left", Talk.PATIENCE, () -> leaks.threads().isEmpty());
    Waiting.until("no socket is left", Talk.PATIENCE, () -> leaks.sockets() <= 0);
  }
}
