package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process of its own whose clocks are set, by a library that stands before the C library: the
 * wall clock steps, and the monotonic one stands still while the machine sleeps. Needs Linux and
 * gcc.
 */
class TwoClocksTest {
  private static final long HOUR = TimeUnit.HOURS.toNanos(1);

  /** Longer than the lease, and no more than twice as long. */
  private static final Duration SLEEP = Duration.ofMillis(2_600);

  @TempDir Path folder;
  private Process process;
  private BufferedReader answers;
  private PrintStream questions;
  private MappedByteBuffer control;

  @BeforeEach
  void build() throws Exception {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux");
    Assumptions.assumeTrue(
        linux && isInstalled("gcc"), "needs Linux and gcc (apt-get install gcc)");
    Path library = folder.resolve("clocks.so");
    Process compiler =
        new ProcessBuilder(
                "gcc",
                "-shared",
                "-fPIC",
                "-O1",
                "-o",
                library.toString(),
                "src/test/c/clocks.c",
                "-ldl",
                "-lpthread")
            .redirectErrorStream(true)
            .start();
    String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(compiler.waitFor()).as(said).isZero();
    Path file = folder.resolve("control");
    Files.write(file, new byte[16]);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      control = channel.map(FileChannel.MapMode.READ_WRITE, 0, 16);
    }
    control.order(ByteOrder.nativeOrder());
  }

  private static boolean isInstalled(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
  }

  @AfterEach
  void kill() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private void start(String... arguments) throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            path,
            ClockedNode.class.getName());
    builder.command().addAll(Arrays.asList(arguments));
    builder.environment().put("LD_PRELOAD", folder.resolve("clocks.so").toString());
    builder.environment().put("CLOCKS_CONTROL", folder.resolve("control").toString());
    process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  private void wallAhead(long nanos) {
    control.putLong(0, nanos);
  }

  /** The term under which a call is let in; 0 if it is not. */
  private long term() {
    questions.println("?");
    return answer();
  }

  private long answer() {
    try {
      return Long.parseLong(answers.readLine().substring("term ".length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long awaitTermAbove(long before) {
    return await().atMost(Duration.ofSeconds(60)).until(this::term, term -> term > before);
  }

  /** Nothing of the process runs for a while; what is asked meanwhile is answered at once then. */
  private long stopped(Duration time, Runnable before) throws Exception {
    signal("-STOP");
    long since = System.nanoTime();
    assertThat(process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS)).isFalse();
    before.run();
    long nanos = System.nanoTime() - since;
    questions.println("?");
    signal("-CONT");
    long answer = answer();
    assertThat(nanos).as("otherwise it proves nothing").isGreaterThan(time.toNanos());
    return answer;
  }

  private void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  @Test
  @DisplayName(
      "S1.17: a wall clock set forward ends a lease early and one set back does not prolong it")
  void a_wall_clock_set_forward_ends_a_lease_early_and_one_set_back_does_not_prolong_it()
      throws Exception {
    start();
    long first = awaitTermAbove(0);

    wallAhead(HOUR);
    assertThat(term()).as("an hour ahead").isNotEqualTo(first);
    long second = awaitTermAbove(first);

    assertThat(stopped(SLEEP, () -> wallAhead(-HOUR)))
        .as("two hours back; the monotonic clock saw it")
        .isNotEqualTo(second);
    awaitTermAbove(second);
  }

  @Test
  void a_monotonic_clock_that_stood_still_while_the_machine_slept_does_not_prolong_it()
      throws Exception {
    start();
    long first = awaitTermAbove(0);
    assertThat(stopped(SLEEP, this::monotonicStoodStill))
        .as("the wall clock saw it")
        .isNotEqualTo(first);
    awaitTermAbove(first);
  }

  private void monotonicStoodStill() {
    control.putLong(8, SLEEP.toNanos());
  }

  @Test
  void a_guard_that_reads_the_monotonic_clock_alone_would_let_calls_in_after_the_sleep()
      throws Exception {
    start(ClockedNode.MONOTONIC_ONLY);
    long first = awaitTermAbove(0);
    assertThat(stopped(SLEEP, this::monotonicStoodStill))
        .as("then the test above would prove nothing")
        .isEqualTo(first);
  }

  @Test
  void a_guard_that_reads_the_wall_clock_alone_would_let_calls_in_after_it_was_set_back()
      throws Exception {
    start(ClockedNode.WALL_ONLY);
    long first = awaitTermAbove(0);
    assertThat(stopped(SLEEP, () -> wallAhead(-HOUR)))
        .as("then the test above would prove nothing")
        .isEqualTo(first);
  }
}
