package dev.primacy.engine.tck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on loopback for servers that have to know theirs before they start. They lie below the
 * range that the system hands out itself, so that nothing takes one while its server is restarted.
 *
 * @since 0.1
 */
public final class FreePorts {
  private static final int LOWEST = 12_000;
  private static final int HIGHEST = 28_000;
  private static final int STEP = 1000;
  private static final int ATTEMPTS = 1000;

  private static final Set<Integer> GIVEN = new TreeSet<>();

  private FreePorts() {}

  /**
   * A port that was free, as were those 1000 and 2000 above it, and that this JVM gave to nobody
   * before. May be called from several threads.
   *
   * @return the lowest of the three
   * @throws IllegalStateException if none was found
   */
  public static int next() {
    synchronized (GIVEN) {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
        if (isApart(port) && isFree(port) && isFree(port + STEP) && isFree(port + 2 * STEP)) {
          GIVEN.add(port);
          return port;
        }
      }
    }
    throw new IllegalStateException("no three free ports were found");
  }

  private static boolean isApart(int port) {
    return GIVEN.stream().noneMatch(other -> Math.abs(other - port) % STEP == 0);
  }

  /**
   * Whether a server could be started here.
   *
   * @param port on loopback
   * @return true if it was free a moment ago
   */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
