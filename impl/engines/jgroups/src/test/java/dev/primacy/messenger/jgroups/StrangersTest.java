package dev.primacy.messenger.jgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.Message;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerListener;
import dev.primacy.spi.RecordKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StrangersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String OTHER = "another secret, as long as the first one";

  private final JGroupsService service = new JGroupsService(Optional.of(JGroupsService.SECRET));
  private final List<Messenger> open = new CopyOnWriteArrayList<>();
  private final Ear first = new Ear();
  private final Ear second = new Ear();

  @AfterEach
  void close() {
    open.forEach(Messenger::close);
  }

  @Test
  @DisplayName("T4 a node with another secret does not get in and hears nothing")
  void a_node_with_another_secret_does_not_get_in_and_hears_nothing() throws Exception {
    Messenger one = start(service.surroundings("c", "n1"), first);
    Messenger two = start(service.surroundings("c", "n2"), second);
    Ear stranger = new Ear();
    Messenger other = start(service.surroundings("c", "n3").with(Settings.SECRET, OTHER), stranger);
    other.publish(message());
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard(one, second)).isTrue());
    assertThat(other.status().detail()).startsWith("1 nodes");
    assertThat(two.status().detail()).startsWith("2 nodes").contains("ignored");
    assertThat(stranger.ids).isEmpty();
    assertThat(first.ids).isEmpty();
  }

  @Test
  @DisplayName("T5 T10 whatever is sent to its ports, the nodes go on")
  void whatever_is_sent_to_its_ports_the_nodes_go_on() throws Exception {
    Surroundings surroundings = service.surroundings("c", "n1");
    Messenger one = start(surroundings, first);
    Messenger two = start(service.surroundings("c", "n2"), second);
    assertThat(two.status().detail()).startsWith("2 nodes");
    Configuration configuration = Configuration.of(surroundings);
    long seed = ThreadLocalRandom.current().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      throwAt(configuration.own().getPort(), random);
      throwAt(configuration.ownFailurePort(), random);
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard(two, first)).isTrue());
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard(one, second)).isTrue());
  }

  @Test
  @DisplayName("T11 frames that nobody of this version wrote are counted and ignored")
  void frames_that_nobody_of_this_version_wrote_are_counted_and_ignored() {
    Strangers strangers = new Strangers();
    Hearing hearing = new Hearing(first, new Members(), strangers);
    hearing.receive(new org.jgroups.BytesMessage(null, new byte[] {2, 1, 0}));
    hearing.receive(new org.jgroups.BytesMessage(null, new byte[] {Frames.VERSION, 77}));
    hearing.receive(new org.jgroups.EmptyMessage());
    assertThat(strangers.count()).isEqualTo(3);
    assertThat(first.ids).isEmpty();
  }

  @Test
  void a_port_that_is_taken_is_named_with_its_setting() throws Exception {
    Surroundings surroundings = service.surroundings("c", "n1");
    int port = Configuration.of(surroundings).own().getPort();
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertThatExceptionOfType(MessengerException.class)
          .isThrownBy(() -> start(surroundings, first))
          .withMessageContaining("PRIMACY-3510")
          .withMessageContaining(Integer.toString(port))
          .withMessageContaining(Settings.BIND);
    }
    assertThat(surroundings.threadsMade()).isEmpty();
  }

  private static void throwAt(int port, Random random) {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(bytes);
    } catch (IOException hungUp) {
      assertThat(hungUp).isNotNull();
    }
  }

  private Messenger start(Surroundings surroundings, Ear ear) throws Exception {
    Messenger messenger = new JGroupsProvider().open(surroundings);
    open.add(messenger);
    messenger.start(ear, Set.of());
    return messenger;
  }

  private static boolean heard(Messenger speaker, Ear ear) throws Exception {
    speaker.publish(message());
    return !ear.ids.isEmpty();
  }

  private static Message message() {
    return new Message("01J00000000000000000000000", new UUID(1, 2), 7001, new byte[10]);
  }

  /** Remembers what it heard. */
  private static final class Ear implements MessengerListener {
    private final List<String> ids = new CopyOnWriteArrayList<>();

    @Override
    public boolean offer(Message message) {
      return ids.add(message.id());
    }

    @Override
    public Optional<CompletionStage<Void>> offer(String queue, Message message) {
      return Optional.of(CompletableFuture.completedFuture(null));
    }

    @Override
    public void lost(long count, String reason) {}

    @Override
    public void hinted(RecordKey key) {}
  }
}
