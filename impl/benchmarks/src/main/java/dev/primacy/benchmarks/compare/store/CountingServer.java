package dev.primacy.benchmarks.compare.store;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.server.Request;
import org.apache.zookeeper.server.ZooKeeperServer;

/**
 * A ZooKeeper server that counts requests by session, without pings. Sessions that begin belong to
 * the counter that was named last.
 */
final class CountingServer extends ZooKeeperServer {
  private static final int TICK_MILLIS = 500;

  private final Map<Long, LongAdder> sessions = new ConcurrentHashMap<>();
  private volatile LongAdder current = new LongAdder();

  CountingServer(File directory) throws IOException {
    super(directory, directory, TICK_MILLIS);
    setMaxSessionTimeout(60_000);
  }

  /** Counts the requests of the sessions that begin from now on. */
  LongAdder next() {
    LongAdder next = new LongAdder();
    current = next;
    return next;
  }

  @Override
  public void submitRequestNow(Request request) {
    LongAdder counter = sessions.computeIfAbsent(request.sessionId, session -> current);
    if (request.type != ZooDefs.OpCode.ping) {
      counter.increment();
    }
    super.submitRequestNow(request);
  }
}
