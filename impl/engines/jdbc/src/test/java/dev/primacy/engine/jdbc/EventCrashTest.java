package dev.primacy.engine.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.engine.tck.Wire;
import dev.primacy.spi.Message;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nodes that are killed in the middle, and a database that goes away, on PostgreSQL. */
class EventCrashTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int EVENTS = 600;

  /** What a node takes of a queue at a time, and so the most that is lost with it. */
  private static final int SHARE = 32;

  private static final MessageQueue LIVE = new MessageQueue("live", false);
  private static final MessageQueue DURABLE = new MessageQueue("durable", true);
  private static final MessengerProvider PROVIDER = new JdbcEngine().messenger().orElseThrow();

  private static PostgreSqlService server;

  @BeforeAll
  static void start() throws Exception {
    server = new PostgreSqlService();
    server.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @AfterEach
  void dropTables() throws Exception {
    server.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  private static Surroundings surroundings(String url) {
    return Given.url(url)
        .with(Settings.USER, "postgres")
        .with(Settings.POLL, "20ms")
        .with(Settings.TAKEOVER, "1s");
  }

  private static Message message(String text) {
    String id = UUID.randomUUID().toString().replace("-", "").substring(0, 26);
    return new Message(id, UUID.randomUUID(), 10_001, text.getBytes(UTF_8));
  }

  private static List<String> texts(int count) {
    return IntStream.range(0, count).mapToObj(i -> "e" + i).toList();
  }

  private static Process fork() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            QueueProcess.class.getName(),
            server.url())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  @DisplayName(
      "S3.15 of a killed node's events a durable queue loses none, a live one repeats none")
  void of_what_a_killed_node_took_a_durable_queue_loses_none_and_a_live_one_repeats_none()
      throws Exception {
    Process killed = fork();
    Hearing hearing = new Hearing();
    List<String> said = new ArrayList<>();
    try (Messenger survivor = PROVIDER.open(surroundings(server.url()))) {
      BufferedReader lines = killed.inputReader();
      assertThat(lines.readLine()).isEqualTo("ready");
      survivor.start(hearing, Set.of(LIVE, DURABLE));
      for (String text : texts(EVENTS)) {
        survivor.publish(message(text));
        if (text.equals("e" + EVENTS / 2)) {
          read(lines, said, 50);
          boolean unused = killed.toHandle().destroyForcibly();
          killed.waitFor();
        }
      }
      read(lines, said, Integer.MAX_VALUE);
      assertDurableLosesNone(hearing, said);
      assertLiveRepeatsNone(hearing, said);
    } finally {
      killed.destroyForcibly().waitFor();
    }
  }

  private static void read(BufferedReader lines, List<String> said, int most) throws IOException {
    String line = "";
    for (int i = 0; i < most && line != null; i++) {
      line = lines.readLine();
      if (line != null) {
        said.add(line);
      }
    }
  }

  private static List<String> of(MessageQueue queue, List<String> said) {
    String prefix = queue.name() + " ";
    return said.stream()
        .filter(line -> line.startsWith(prefix) && line.matches("[a-z]+ e[0-9]+"))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  private static void assertDurableLosesNone(Hearing hearing, List<String> said) {
    assertThat(of(DURABLE, said)).isNotEmpty();
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              Set<String> handled = new HashSet<>(of(DURABLE, said));
              handled.addAll(hearing.handled(DURABLE.name()));
              assertThat(handled).containsExactlyInAnyOrderElementsOf(texts(EVENTS));
            });
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              try (var connection = server.connect()) {
                assertThat(
                        Dialect.single(
                            connection, "SELECT COUNT(*) FROM primacy_record_event_claim"))
                    .isEqualTo("0");
              }
            });
  }

  private static void assertLiveRepeatsNone(Hearing hearing, List<String> said) {
    List<String> handled = new ArrayList<>(of(LIVE, said));
    assertThat(handled).isNotEmpty();
    handled.addAll(hearing.handled(LIVE.name()));
    assertThat(handled).doesNotHaveDuplicates().hasSizeBetween(EVENTS - SHARE, EVENTS);
    assertThat(hearing.lost()).isZero();
  }

  @Test
  void a_database_that_goes_away_refuses_within_the_time_and_readers_go_on_where_they_were()
      throws Exception {
    Hearing hearing = new Hearing();
    URI address = URI.create(server.url().substring("jdbc:".length()));
    InetSocketAddress direct =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort());
    try (Wire wire = Wire.to(List.of(direct));
        Messenger publisher = PROVIDER.open(surroundings(server.url()));
        Messenger far = PROVIDER.open(surroundings(through(wire)))) {
      publisher.start(new Hearing(), Set.of());
      far.start(hearing, Set.of(DURABLE));
      publisher.publish(message("before"));
      await().atMost(LONG).until(() -> hearing.heard().size() == 1);
      wire.cut();
      assertThatThrownBy(() -> far.publish(message("never")))
          .isInstanceOf(MessengerException.class)
          .hasMessageStartingWith("PRIMACY-326");
      for (String text : texts(20)) {
        publisher.publish(message(text));
      }
      wire.heal();
      await().atMost(LONG).until(() -> hearing.heard().contains("e19"));
      assertThat(hearing.heard()).startsWith("before").endsWith(texts(20).toArray(String[]::new));
      await().atMost(LONG).until(() -> new HashSet<>(hearing.handled()).containsAll(texts(20)));
      await().atMost(LONG).ignoreExceptions().until(() -> publishes(far));
    }
  }

  private static boolean publishes(Messenger messenger) throws Exception {
    messenger.publish(message("again"));
    return true;
  }

  private static String through(Wire wire) {
    return "jdbc:postgresql://127.0.0.1:" + wire.addresses().get(0).getPort() + "/postgres";
  }
}
