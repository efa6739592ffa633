package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.text;
import static dev.primacy.engine.zookeeper.Waiting.awaitWritten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Three servers of which one stops: the client goes on at another one, and says so. */
class EndpointTest {

  private static final RecordKey LEDGER = group("ledger");
  private static final RecordKey STOCK = group("stock");

  private final List<RecordKey> hints = new CopyOnWriteArrayList<>();
  private EmbeddedNodes servers;

  /** Node 3 is a client of the three servers. */
  @BeforeEach
  void startServers() throws Exception {
    servers = new EmbeddedNodes(4).startAll();
    awaitWritten(servers.store(3), LEDGER, "ready");
  }

  @AfterEach
  void stopServers() throws IOException {
    servers.close();
  }

  private String client(int server) {
    return "127.0.0.1:" + servers.address(server).clientPort();
  }

  private RecordStore openExternal(String connect) throws Exception {
    RecordStore store = new ZooKeeperEngine().open(Given.node("x").with(Settings.CONNECT, connect));
    await().atMost(Waiting.LONG).ignoreExceptions().until(() -> store.read(LEDGER).isPresent());
    return store;
  }

  private int attachedTo(RecordStore store) {
    ToIntFunction<String> index =
        endpoint ->
            IntStream.range(0, 3).filter(i -> endpoint.equals(client(i))).findFirst().orElse(-1);
    return store.endpoint().map(index::applyAsInt).orElse(-1);
  }

  @Test
  @DisplayName("S5.14: another server of the ensemble is told, hints come from it, and come once")
  void s5_14_the_next_server_is_told_and_hints_once() throws Exception {
    String all = IntStream.range(0, 3).mapToObj(this::client).collect(Collectors.joining(","));
    try (RecordStore store = openExternal(all + "/")) {
      goesOn(store);
    }
  }

  @Test
  void a_node_without_a_server_goes_on_at_another_one_and_says_so() throws Exception {
    goesOn(servers.store(3));
  }

  private void goesOn(RecordStore store) throws Exception {
    int first = attachedTo(store);
    assertThat(first).isBetween(0, 2);
    RecordStore writer = servers.store((first + 1) % 3);
    awaitWritten(writer, STOCK, "as it was");
    Set<String> before = shown(store);
    store.watch(hints::add);
    awaitHint(writer, "watching");

    servers.stop(first);
    await().atMost(Waiting.LONG).until(() -> attachedTo(store) != first);
    assertThat(attachedTo(store)).isBetween(0, 2);
    await().atMost(Waiting.LONG).ignoreExceptions().until(() -> !writer.list().isEmpty());
    awaitHint(writer, "after");

    assertThat(shown(store)).containsAll(before).isEqualTo(shown(writer));
    for (int change = 0; change < 5; change++) {
      hints.clear();
      awaitWritten(writer, LEDGER, "change " + change);
      awaitHint(writer, "end-" + change);
      assertThat(Collections.frequency(hints, LEDGER)).as("hints at %s", change).isEqualTo(1);
    }
  }

  private static Set<String> shown(RecordStore store) throws Exception {
    return store.list().stream()
        .map(found -> found.key() + " " + found.version() + " " + text(found))
        .collect(Collectors.toSet());
  }

  /** Hints of one watch come in the order of the changes, so that all before this one are there. */
  private void awaitHint(RecordStore writer, String name) {
    awaitWritten(writer, group(name), "x");
    await().atMost(Waiting.LONG).until(() -> hints.contains(group(name)));
  }

  @Test
  void a_server_that_comes_back_changes_nothing() throws Exception {
    RecordStore store = servers.store(3);
    int first = attachedTo(store);
    servers.stop(first);
    await().atMost(Waiting.LONG).until(() -> attachedTo(store) != first);
    int second = attachedTo(store);
    servers.start(first);
    awaitWritten(servers.store(first), LEDGER, "back");
    assertThat(attachedTo(store)).isEqualTo(second);
  }

  @Test
  void of_one_server_there_is_nothing_to_tell() throws Exception {
    try (RecordStore store = openExternal(client(0))) {
      assertThat(store.endpoint()).isEmpty();
    }
  }
}
