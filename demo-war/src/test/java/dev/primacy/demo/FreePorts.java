package dev.primacy.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Ports of this machine that nobody listens on now. */
final class FreePorts {
  /** Below the range from which the system gives ports to clients. */
  private static final int DOWN = 5000;

  private FreePorts() {}

  /** What three nodes on one machine take: their cluster ports, and what is derived from them. */
  static int clusterOfThree() {
    return range(0, 1, 2, 1000, 1001, 1002, 2000, 2001, 2002);
  }

  /** A port from which all these offsets are free now. */
  static int range(int... offsets) {
    while (true) {
      try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        int first = any.getLocalPort() - DOWN;
        if (first > 1024 && IntStream.of(offsets).allMatch(offset -> isFree(first + offset))) {
          return first;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
