package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Waiting.awaitWritten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.engine.tck.FreePorts;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Voters in processes of their own, so that they can be frozen and killed. */
class FrozenQuorumTest {

  private static final RecordKey KEY = new RecordKey(RecordKind.GROUP, "ledger");

  private final List<Address> addresses = new ArrayList<>();
  private final List<Path> data = new ArrayList<>();
  private final List<ForkedNode> nodes = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    for (int i = 0; i < 3; i++) {
      addresses.add(new Address("127.0.0.1", FreePorts.next()));
      data.add(Directories.fresh());
    }
    for (int i = 0; i < 3; i++) {
      nodes.add(fork(i));
    }
    for (ForkedNode node : nodes) {
      node.awaitStarted();
    }
  }

  private ForkedNode fork(int i) throws Exception {
    String peers = addresses.stream().map(Address::toString).collect(Collectors.joining(","));
    return new ForkedNode(peers, addresses.get(i), data.get(i));
  }

  @AfterEach
  void stop() throws Exception {
    nodes.forEach(ForkedNode::close);
    for (Path directory : data) {
      Directories.delete(directory);
    }
  }

  private String connect(int... which) {
    List<String> servers = new ArrayList<>();
    for (int i : which) {
      servers.add("127.0.0.1:" + addresses.get(i).clientPort());
    }
    return String.join(",", servers);
  }

  private RecordStore client(int... which) throws StoreException {
    return new ZooKeeperEngine()
        .open(
            Given.node("client")
                .withRequestTimeout(Duration.ofMillis(500))
                .with(Settings.CONNECT, connect(which)));
  }

  @Test
  void a_server_without_its_quorum_answers_no_read_though_its_leader_would_answer_sync()
      throws Exception {
    boolean metTheLeader = false;
    for (int i = 0; i < 3 && !metTheLeader; i++) {
      try (RecordStore store = client(i);
          RawClient raw = new RawClient(connect(i))) {
        awaitWritten(store, KEY, "round " + i);
        freezeAllBut(i, "STOP");
        metTheLeader = syncIsAnswered(raw);
        assertThatThrownBy(() -> store.read(KEY)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.list()).isInstanceOf(StoreException.class);
        assertThat(store.put(KEY, RecordVersion.ABSENT, new byte[0]))
            .isInstanceOfAny(PutOutcome.Unknown.class, PutOutcome.Refused.class);
        freezeAllBut(i, "CONT");
        awaitWritten(store, KEY, "thawed " + i);
      }
    }
    assertThat(metTheLeader).as("a leader answered sync without a quorum").isTrue();
  }

  private static boolean syncIsAnswered(RawClient raw) throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    raw.client().sync("/", (code, path, context) -> countDownIfOk(code, answered), null);
    return answered.await(300, TimeUnit.MILLISECONDS);
  }

  private static void countDownIfOk(int code, CountDownLatch latch) {
    if (code == 0) {
      latch.countDown();
    }
  }

  private void freezeAllBut(int one, String signal) throws Exception {
    for (int i = 0; i < 3; i++) {
      if (i != one) {
        nodes.get(i).signal(signal);
      }
    }
  }

  @Test
  void any_voter_may_be_killed_and_comes_back_with_its_data() throws Exception {
    try (RecordStore store = client(0, 1, 2)) {
      for (int i = 0; i < 2; i++) {
        awaitWritten(store, KEY, "before " + i);
        nodes.get(i).close();
        awaitWritten(store, KEY, "while " + i + " is away");
        nodes.set(i, fork(i));
        nodes.get(i).awaitStarted();
        try (RecordStore own = client(i)) {
          awaitWritten(own, KEY, "through " + i);
        }
      }
    }
  }
}
