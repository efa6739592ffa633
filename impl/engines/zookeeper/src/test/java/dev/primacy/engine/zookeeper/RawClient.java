package dev.primacy.engine.zookeeper;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.apache.zookeeper.ZooKeeper;

/** ZooKeeper's own client, for what only somebody else would do. */
final class RawClient implements AutoCloseable {

  private final ZooKeeper client;

  RawClient(String connect) throws IOException, InterruptedException {
    CountDownLatch connected = new CountDownLatch(1);
    client = new ZooKeeper(connect, 5000, event -> connected.countDown());
    connected.await();
  }

  ZooKeeper client() {
    return client;
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
