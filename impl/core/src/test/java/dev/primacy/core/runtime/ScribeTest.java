package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScribeTest {
  private static final int ROOM = 1024;

  private final List<Integer> written = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch blocker = new CountDownLatch(1);
  private final Scribe scribe = new Scribe(Thread::new);

  @AfterEach
  void end() throws InterruptedException {
    blocker.countDown();
    scribe.close(Duration.ofSeconds(10));
  }

  private void blockTheLog() throws InterruptedException {
    scribe.write(
        () -> {
          begun.countDown();
          try {
            blocker.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
        });
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void lines_are_written_in_order_and_the_last_ones_before_the_end() throws Exception {
    IntStream.range(0, 500).forEach(i -> scribe.write(() -> written.add(i)));
    scribe.close(Duration.ofSeconds(10));
    assertThat(written).containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    scribe.write(() -> written.add(500));
    assertThat(written).as("after the end: at once").last().isEqualTo(500);
  }

  @Test
  void what_a_blocked_log_leaves_no_room_for_is_counted_and_told() throws Exception {
    try (LogBook log = new LogBook()) {
      blockTheLog();
      IntStream.range(0, ROOM + 7).forEach(i -> scribe.write(() -> written.add(i)));
      assertThat(written).isEmpty();
      blocker.countDown();
      scribe.close(Duration.ofSeconds(10));
      assertThat(written).containsExactlyElementsOf(IntStream.range(0, ROOM).boxed().toList());
      assertThat(log.numbered(2123)).singleElement().asString().contains("7 line(s)");
    }
  }

  @Test
  void the_end_waits_for_a_blocked_log_no_longer_than_it_is_told() throws Exception {
    blockTheLog();
    scribe.write(() -> written.add(1));
    scribe.close(Duration.ofMillis(10));
    assertThat(written).isEmpty();
  }
}
