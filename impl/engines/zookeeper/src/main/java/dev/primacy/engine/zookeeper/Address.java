package dev.primacy.engine.zookeeper;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A node's cluster address: its host, and the port from which the three ports of its embedded
 * server follow.
 *
 * @param host a name or a literal address, without brackets
 * @param port the cluster port
 */
record Address(String host, int port) implements Comparable<Address> {

  private static final int ELECTION_OFFSET = 1000;
  private static final int CLIENT_OFFSET = 2000;
  private static final int HIGHEST_PORT = 65_535;

  static Optional<Address> parse(String text) {
    String trimmed = text.strip();
    int colon = trimmed.lastIndexOf(':');
    if (colon <= 0) {
      return Optional.empty();
    }
    String host = trimmed.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    try {
      int port = Integer.parseInt(trimmed.substring(colon + 1));
      boolean usable = !host.isBlank() && port > 0 && port <= HIGHEST_PORT;
      return usable ? Optional.of(new Address(host, port)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  int quorumPort() {
    return port;
  }

  int electionPort() {
    return port + ELECTION_OFFSET;
  }

  int clientPort() {
    return port + CLIENT_OFFSET;
  }

  boolean leavesRoomForItsPorts() {
    return clientPort() <= HIGHEST_PORT;
  }

  /** Resolves on every call, so that a name that moves is followed. */
  InetSocketAddress client() {
    return new InetSocketAddress(host, clientPort());
  }

  /** The host as it stands before a colon: a literal IPv6 address needs brackets. */
  String bracketedHost() {
    return bracketed(host);
  }

  static String bracketed(String host) {
    return host.indexOf(':') < 0 ? host : '[' + host + ']';
  }

  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  static boolean isWildcard(String host) {
    try {
      return InetAddress.getByName(host).isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public int compareTo(Address other) {
    int byHost = host.compareTo(other.host);
    return byHost != 0 ? byHost : Integer.compare(port, other.port);
  }

  @Override
  public String toString() {
    return bracketedHost() + ':' + port;
  }
}
