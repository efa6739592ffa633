package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.NodeRole;
import dev.primacy.core.gate.Admission;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.ObserverFailed;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log whose appender does not return: a full disk, a pipe that nobody reads. */
class BlockedLogTest {
  // held here: the JDK keeps loggers weakly
  private final Logger logger = Logger.getLogger("dev.primacy");
  private final CountDownLatch blocker = new CountDownLatch(1);
  private final CountDownLatch blocked = new CountDownLatch(1);
  private final Handler appender =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          // the line of the start is the starting thread's own
          if (Thread.currentThread().getName().startsWith("primacy-")) {
            blocked.countDown();
            waitInVain();
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private void waitInVain() {
    try {
      blocker.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @BeforeEach
  void block() {
    logger.addHandler(appender);
  }

  @AfterEach
  void letGo() {
    blocker.countDown();
    logger.removeHandler(appender);
  }

  @Test
  void it_delays_neither_roles_nor_observers_nor_time_limits() throws Exception {
    try (TestNode one =
        node("b-" + UUID.randomUUID(), "n1")
            .with("primacy.drain-timeout", "200ms")
            .observing(BlockedLogTest::fail)
            .start()) {
      await().atMost(Duration.ofSeconds(20)).until(one::isPrimary);
      assertThat(blocked.await(20, TimeUnit.SECONDS)).isTrue();
      Admission endless = one.gate().tryEnter(0);
      assertThat(endless).as("a call that never ends").isNotNull();

      one.view().stepDown().toCompletableFuture().get(20, TimeUnit.SECONDS);

      await()
          .untilAsserted(
              () ->
                  assertThat(one.heard(NodeRoleChanged.class))
                      .extracting(NodeRoleChanged::current)
                      .startsWith(NodeRole.SECONDARY, NodeRole.PRIMARY, NodeRole.SECONDARY));
      await().until(() -> one.heard(ObserverFailed.class).size() >= 3);
      one.gate().leave(endless);
      blocker.countDown();
    }
  }

  private static void fail(Object event) {
    if (event instanceof NodeRoleChanged) {
      throw new IllegalStateException("each of these is a line for the log");
    }
  }
}
