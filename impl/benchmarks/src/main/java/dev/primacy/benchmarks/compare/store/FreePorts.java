package dev.primacy.benchmarks.compare.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Cluster ports of an embedded server, which takes the port itself and those 1000 and 2000 above
 * it: below the range that the system hands out.
 */
public final class FreePorts {
  private static final Set<Integer> GIVEN = new TreeSet<>();

  private FreePorts() {}

  /** One that was not given before. */
  public static synchronized int next() throws IOException {
    for (int attempt = 0; attempt < 1000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(12_000, 28_000);
      if (GIVEN.stream().noneMatch(other -> Math.abs(other - port) % 1000 == 0)
          && isFree(port)
          && isFree(port + 1000)
          && isFree(port + 2000)) {
        GIVEN.add(port);
        return port;
      }
    }
    throw new IOException("no free ports");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
