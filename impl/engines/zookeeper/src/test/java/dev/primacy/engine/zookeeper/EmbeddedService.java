package dev.primacy.engine.zookeeper;

import dev.primacy.engine.tck.Ability;
import dev.primacy.engine.tck.StoreService;
import dev.primacy.spi.Engine;
import dev.primacy.spi.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/** One server embedded in a node of this JVM, and other nodes as its clients. */
final class EmbeddedService implements StoreService {
  private final EmbeddedNodes server;

  EmbeddedService() throws IOException {
    server = new EmbeddedNodes(1);
  }

  @Override
  public String name() {
    return "ZooKeeper, embedded";
  }

  @Override
  public Engine engine() {
    return new ZooKeeperEngine();
  }

  @Override
  public List<InetSocketAddress> start() throws StoreException {
    server.start(0);
    int port = server.address(0).clientPort();
    return List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  @Override
  public Map<String, String> settings(String node, List<InetSocketAddress> through) {
    String connect = "127.0.0.1:" + through.get(0).getPort();
    return Map.of("primacy.engine", "zookeeper", Settings.CONNECT, connect);
  }

  @Override
  public Map<Ability, String> cannot() {
    return Map.of(
        Ability.REPLICAS,
        "It is one server.",
        Ability.DISK,
        "It runs in the process of the tests.");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
