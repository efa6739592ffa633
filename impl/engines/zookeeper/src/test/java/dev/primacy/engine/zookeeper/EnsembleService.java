package dev.primacy.engine.zookeeper;

import dev.primacy.engine.tck.Ability;
import dev.primacy.engine.tck.FreePorts;
import dev.primacy.engine.tck.Replica;
import dev.primacy.engine.tck.StoreService;
import dev.primacy.spi.Engine;
import dev.primacy.spi.RecordStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZKUtil;
import org.apache.zookeeper.ZooKeeper;

/** Servers in processes of their own, as an ensemble that somebody else runs. */
final class EnsembleService implements StoreService {
  private final List<Server> servers = new ArrayList<>();

  EnsembleService(int size) throws IOException {
    for (int i = 0; i < size; i++) {
      servers.add(new Server(new Address("127.0.0.1", FreePorts.next()), Directories.fresh()));
    }
  }

  @Override
  public String name() {
    return "ZooKeeper, " + (servers.size() == 1 ? "one server" : servers.size() + " servers");
  }

  @Override
  public Engine engine() {
    return new ZooKeeperEngine();
  }

  @Override
  public List<InetSocketAddress> start() throws Exception {
    for (Server server : servers) {
      server.launch();
    }
    for (Server server : servers) {
      server.awaitStarted();
    }
    return servers.stream().map(Server::clients).toList();
  }

  @Override
  public void stop() {
    servers.forEach(Server::kill);
  }

  @Override
  public Map<String, String> settings(String node, List<InetSocketAddress> through) {
    return Map.of("primacy.engine", "zookeeper", Settings.CONNECT, connect(through));
  }

  private static String connect(List<InetSocketAddress> addresses) {
    return addresses.stream()
        .map(address -> address.getHostString() + ":" + address.getPort())
        .collect(Collectors.joining(","));
  }

  @Override
  public Map<Ability, String> cannot() {
    Map<Ability, String> missing = new EnumMap<>(Ability.class);
    missing.put(Ability.DISK, "ZooKeeper may refuse its own log after that.");
    if (servers.size() == 1) {
      missing.put(Ability.REPLICAS, "It is one server.");
    }
    return missing;
  }

  @Override
  public List<? extends Replica> replicas() {
    return servers;
  }

  @Override
  public void wipe(RecordStore outsider) throws Exception {
    String all = connect(servers.stream().map(Server::clients).toList());
    try (RawClient raw = new RawClient(all)) {
      boolean gone = false;
      while (!gone) {
        gone = deleted(raw.client());
      }
    }
  }

  /** Nodes that are at work put things back while they are being deleted. */
  private static boolean deleted(ZooKeeper client) throws InterruptedException, KeeperException {
    try {
      ZKUtil.deleteRecursive(client, "/primacy");
      return true;
    } catch (KeeperException.NotEmptyException meanwhile) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    stop();
    for (Server server : servers) {
      Directories.delete(server.data);
    }
  }

  private final class Server implements Replica {
    private final Address address;
    private final Path data;
    private ForkedNode process;

    Server(Address address, Path data) {
      this.address = address;
      this.data = data;
    }

    InetSocketAddress clients() {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), address.clientPort());
    }

    void launch() throws IOException {
      if (process == null) {
        String peers =
            servers.stream()
                .map(server -> server.address.toString())
                .collect(Collectors.joining(","));
        process = new ForkedNode(peers, address, data);
      }
    }

    void awaitStarted() throws IOException {
      process.awaitStarted();
    }

    @Override
    public void start() throws IOException {
      if (process == null) {
        launch();
        awaitStarted();
      }
    }

    @Override
    public void kill() {
      if (process != null) {
        process.close();
        process = null;
      }
    }
  }
}
