package dev.primacy.engine.tck;

import dev.primacy.messaging.Guarantee;
import dev.primacy.spi.Message;
import dev.primacy.spi.MessengerException;
import java.nio.ByteBuffer;
import java.util.List;

/** What the rules of messengers have in common. */
final class Talking {
  private Talking() {}

  static void publish(Talker speaker, int count) {
    try {
      speaker.publish(count);
    } catch (MessengerException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Publishes numbers from 0 under the number of a thread. */
  static Runnable numbered(Talker speaker, int thread, int count) {
    return () -> {
      try {
        for (int i = 0; i < count; i++) {
          speaker.publish(ByteBuffer.allocate(2 * Integer.BYTES).putInt(i).putInt(thread).array());
        }
      } catch (MessengerException e) {
        throw new AssertionError(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  static List<Integer> numbersOf(List<Message> messages, int thread) {
    return messages.stream()
        .map(message -> ByteBuffer.wrap(message.body()))
        .filter(body -> body.getInt(Integer.BYTES) == thread)
        .map(ByteBuffer::getInt)
        .toList();
  }

  /** Without repetitions, if the messenger may repeat. */
  static <T> List<T> once(Talk talk, List<T> heard) {
    boolean repeats = talk.service().provider().promise().toAll() == Guarantee.AT_LEAST_ONCE;
    return repeats ? heard.stream().distinct().toList() : heard;
  }
}
