package dev.primacy.benchmarks.compare.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.apache.zookeeper.server.ServerCnxnFactory;

/** One ZooKeeper server, in this process. */
final class ZooKeeperStore implements Store {
  private static final int MOST_CLIENTS = 500;

  private final ServerCnxnFactory clients;
  private final CountingServer server;

  ZooKeeperStore(Path directory) throws IOException, InterruptedException {
    server = new CountingServer(directory.toFile());
    clients =
        ServerCnxnFactory.createFactory(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), MOST_CLIENTS);
    clients.startup(server);
  }

  @Override
  public String address() {
    return "127.0.0.1:" + clients.getLocalPort();
  }

  @Override
  public Map<String, String> settings(int node, String address) {
    return Map.of("primacy.engine", "zookeeper", "primacy.zookeeper.connect", address);
  }

  @Override
  public Optional<Door> door() {
    LongAdder counter = server.next();
    return Optional.of(new Door(address(), counter::sum));
  }

  @Override
  public void close() {
    clients.shutdown();
  }
}
