package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.node;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.core.gate.Admission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code primacy.on-lost}. */
class OnLostTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final String cluster = "l-" + UUID.randomUUID();
  private final DyingEngine mortal = new DyingEngine();
  private final List<Integer> codes = new CopyOnWriteArrayList<>();
  private final CountDownLatch blocker = new CountDownLatch(1);
  private TestNode one;

  @AfterEach
  void close() {
    blocker.countDown();
    if (one != null) {
      one.close();
    }
  }

  private void primary(String onLost) {
    primary(onLost, List.of());
  }

  private void primary(String onLost, List<String> more) {
    one =
        node(cluster, "n1")
            .on(mortal)
            .with("primacy.on-lost", onLost)
            .with("primacy.groups", String.join(",", more))
            .ending(codes::add)
            .start();
    await().atMost(LONG).until(one::isPrimary);
    more.forEach(group -> await().atMost(LONG).until(one.runtime.membership(group)::isPrimary));
  }

  @Test
  void a_lease_that_ends_ends_the_process_once_with_a_line_that_says_why() {
    try (LogBook log = new LogBook()) {
      primary("exit", List.of("mail"));
      mortal.die();
      await().atMost(LONG).until(() -> !codes.isEmpty());
      // both groups are lost, and the time for the line is over
      await().during(Duration.ofMillis(1200)).atMost(LONG).until(() -> codes.equals(List.of(75)));
      assertThat(log.numbered(2130))
          .singleElement()
          .asString()
          .contains("node=n1/", "term=1 cause=LEASE_EXPIRED", "exit code 75");
    }
  }

  @Test
  void an_incarnation_that_is_out_ends_it_too() throws Exception {
    primary("exit");
    try (BackDoor door = new BackDoor(cluster)) {
      door.wipe();
    }
    await().atMost(LONG).until(() -> codes.equals(List.of(75)));
  }

  @Test
  void a_lease_that_ends_while_calls_drain_is_lost() {
    primary("exit");
    Admission call = requireNonNull(one.gate().tryEnter(0));
    CompletionStage<Void> down = one.view().stepDown();
    await().atMost(LONG).until(() -> !one.isPrimary());
    mortal.die();
    await().atMost(LONG).until(() -> codes.equals(List.of(75)));
    assertThat(down.toCompletableFuture()).succeedsWithin(LONG);
    one.gate().leave(call);
  }

  @Test
  void what_is_given_up_by_choice_is_not_lost() throws Exception {
    primary("exit");
    one.view().stepDown().toCompletableFuture().get(20, TimeUnit.SECONDS);
    one.close();
    assertThat(codes).isEmpty();
  }

  @Test
  void leaving_with_nothing_under_way_while_the_store_is_gone_is_no_loss() {
    primary("exit");
    mortal.die();
    one.close();
    assertThat(codes).isEmpty();
  }

  @Test
  void unless_asked_for_a_loss_ends_nothing() {
    primary("reject");
    mortal.die();
    await().atMost(LONG).until(() -> !one.isPrimary());
    await().during(Duration.ofMillis(500)).atMost(LONG).until(codes::isEmpty);
  }

  @Test
  void a_log_that_blocks_does_not_keep_it_alive() {
    // held here: the JDK keeps loggers weakly
    Logger logger = Logger.getLogger("dev.primacy");
    Handler stuck = new StuckHandler();
    primary("exit");
    logger.addHandler(stuck);
    try {
      mortal.die();
      await().atMost(LONG).until(() -> codes.equals(List.of(75)));
    } finally {
      blocker.countDown();
      logger.removeHandler(stuck);
    }
  }

  private final class StuckHandler extends Handler {
    @Override
    public void publish(LogRecord line) {
      if (Thread.currentThread().getName().startsWith("primacy-")) {
        try {
          blocker.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  // ---- in a process of its own

  @Test
  void the_process_is_gone_though_a_shutdown_hook_would_never_end(@TempDir Path work)
      throws Exception {
    Path output = work.resolve("output");
    String path = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", path),
                DoomedNode.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("%s", output).isTrue();
      assertThat(process.exitValue()).isEqualTo(75);
      assertThat(output)
          .content()
          .contains("PRIMACY-2130: the role is lost: group=ledger")
          .doesNotContain("the hook of the application");
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }
}
