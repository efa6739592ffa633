package dev.primacy.engine.zookeeper;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.server.Request;
import org.apache.zookeeper.server.ServerCnxnFactory;
import org.apache.zookeeper.server.ZooKeeperServer;

/** A server that counts what it is asked, without pings. */
final class CountedServer implements AutoCloseable {

  private final Path directory = Directories.fresh();
  private final AtomicLong requests = new AtomicLong();
  private final ServerCnxnFactory clients;

  CountedServer() throws IOException, InterruptedException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    clients = ServerCnxnFactory.createFactory(any, 100);
    clients.startup(new Counting(directory.toFile()));
  }

  String connect() {
    return "127.0.0.1:" + clients.getLocalPort();
  }

  long requests() {
    return requests.get();
  }

  @Override
  public void close() throws IOException {
    clients.shutdown();
    Directories.delete(directory);
  }

  private final class Counting extends ZooKeeperServer {

    Counting(File files) throws IOException {
      super(files, files, 500);
    }

    @Override
    public void submitRequestNow(Request request) {
      if (request.type != ZooDefs.OpCode.ping) {
        requests.incrementAndGet();
      }
      super.submitRequestNow(request);
    }
  }
}
