package dev.primacy.faults.cluster;

import dev.primacy.faults.network.Plane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZKUtil;
import org.apache.zookeeper.ZooKeeper;

/** One ZooKeeper server. */
final class ZooKeeperStore implements Store {
  private static final int PORT = 2181;
  private static final String TICK_MILLIS = "500";
  private static final int SESSION_MILLIS = 5_000;
  private static final Duration EMPTY = Duration.ofSeconds(5);
  private static final String ROOT = "/primacy";

  private final ServerProcess server;

  ZooKeeperStore(Places places) {
    Path data = places.directory("zookeeper");
    List<String> command =
        List.of(
            "-Dzookeeper.admin.enableServer=false",
            "org.apache.zookeeper.server.ZooKeeperServerMain",
            Integer.toString(PORT),
            data.toString(),
            TICK_MILLIS);
    List<String> libraries =
        List.of("zookeeper", "netty-", "snappy-", "metrics-core", "slf4j-", "commons-");
    this.server = new ServerProcess(libraries, command, PORT, data.resolve("server.log"));
  }

  private static String address() {
    return Plane.CLUSTER.hub() + ":" + PORT;
  }

  @Override
  public Map<String, String> settings(int node) {
    return Map.of("primacy.engine", "zookeeper", "primacy.zookeeper.connect", address());
  }

  @Override
  public List<String> libraries() {
    return List.of();
  }

  @Override
  public void start() throws Exception {
    server.start();
  }

  @Override
  public void kill() {
    server.kill();
  }

  @Override
  public void pause() {
    server.signal("STOP");
  }

  @Override
  public void resume() {
    server.signal("CONT");
  }

  @Override
  public void wipe() throws IOException, InterruptedException {
    CountDownLatch connected = new CountDownLatch(1);
    ZooKeeper client =
        new ZooKeeper(
            address(),
            SESSION_MILLIS,
            event -> {
              if (event.getState() == Watcher.Event.KeeperState.SyncConnected) {
                connected.countDown();
              }
            });
    try {
      if (!connected.await(SESSION_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("no answer from " + address());
      }
      Patience.of(EMPTY).until("nothing is left below " + ROOT, () -> isEmptied(client));
    } finally {
      client.close();
    }
  }

  /** Nodes that notice write again while the rest is still being deleted. */
  private static boolean isEmptied(ZooKeeper client) throws InterruptedException, KeeperException {
    try {
      ZKUtil.deleteRecursive(client, ROOT);
      return true;
    } catch (KeeperException.NotEmptyException e) {
      return false;
    }
  }

  @Override
  public void close() {
    server.kill();
  }
}
