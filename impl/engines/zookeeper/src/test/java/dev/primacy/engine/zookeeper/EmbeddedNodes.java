package dev.primacy.engine.zookeeper;

import dev.primacy.engine.tck.FreePorts;
import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Nodes with an embedded ensemble, all in this JVM. */
final class EmbeddedNodes implements AutoCloseable {

  private final List<Address> addresses = new ArrayList<>();
  private final List<Path> data = new ArrayList<>();
  private final Map<Integer, RecordStore> open = new HashMap<>();
  private final Map<Integer, Surroundings> surroundings = new HashMap<>();
  private final Map<String, String> extra = new HashMap<>();
  private Duration requestTimeout = Duration.ofSeconds(2);

  EmbeddedNodes(int nodes) throws IOException {
    for (int i = 0; i < nodes; i++) {
      addresses.add(new Address("127.0.0.1", FreePorts.next()));
      data.add(Directories.fresh());
    }
  }

  EmbeddedNodes withRequestTimeout(Duration value) {
    requestTimeout = value;
    return this;
  }

  EmbeddedNodes with(String key, String value) {
    extra.put(key, value);
    return this;
  }

  Address address(int node) {
    return addresses.get(node);
  }

  Path data(int node) {
    return data.get(node);
  }

  Surroundings surroundings(int node) {
    return surroundings.get(node);
  }

  EmbeddedNodes startAll() throws StoreException {
    for (int i = 0; i < addresses.size(); i++) {
      start(i);
    }
    return this;
  }

  RecordStore start(int node) throws StoreException {
    Surroundings context = context(node);
    surroundings.put(node, context);
    RecordStore store = new ZooKeeperEngine().open(context);
    open.put(node, store);
    return store;
  }

  Surroundings context(int node) {
    String peers = addresses.stream().map(Address::toString).collect(Collectors.joining(","));
    return Given.node("n" + node)
        .withRequestTimeout(requestTimeout)
        .with(Settings.PEERS, peers)
        .with(Settings.SELF, addresses.get(node).toString())
        .with(Settings.DATA, data.get(node).toString())
        .with(extra);
  }

  RecordStore store(int node) {
    return open.get(node);
  }

  void stop(int node) {
    RecordStore store = open.remove(node);
    if (store != null) {
      store.close();
    }
  }

  @Override
  public void close() throws IOException {
    for (int i = 0; i < addresses.size(); i++) {
      stop(i);
    }
    for (Path directory : data) {
      Directories.delete(directory);
    }
  }
}
