package dev.primacy.demo.node;

import dev.primacy.demo.DemoMessages;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A node's cluster address.
 *
 * @param host name or address, IPv6 in brackets
 * @param port the cluster port, of which the embedded ZooKeeper takes two more
 */
record PeerAddress(String host, int port) {
  /** What the port itself serves as, and the two derived from it. */
  static final int ELECTION_OFFSET = 1000;

  static final int CLIENT_OFFSET = 2000;

  /** Reads {@code host:port}. */
  static PeerAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new UsageException(DemoMessages.TEXT.valueBad("--peers", text, "host:port"));
    }
    int port = Flag.PEERS.clusterPort(text.substring(colon + 1));
    return new PeerAddress(text.substring(0, colon), port);
  }

  /** The address behind the name. */
  static InetAddress resolve(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new UsageException(DemoMessages.TEXT.hostUnknown(host));
    }
  }

  /** The same with the host resolved, for comparing. */
  PeerAddress resolved() {
    return new PeerAddress(resolve(host).getHostAddress(), port);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
