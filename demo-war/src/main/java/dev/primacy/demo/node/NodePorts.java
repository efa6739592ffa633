package dev.primacy.demo.node;

import dev.primacy.demo.DemoMessages;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every port a node listens on, looked at before anything starts: a server that finds its port
 * taken half-way through tells it less clearly, if at all.
 */
final class NodePorts {
  private final NodeOptions options;
  private final Map<Integer, String> purposes = new LinkedHashMap<>();

  private NodePorts(NodeOptions options) {
    this.options = options;
  }

  /** Throws unless each can be bound now. */
  static void check(NodeOptions options) {
    NodePorts ports = new NodePorts(options);
    ports.collect();
    ports.purposes.forEach(ports::bind);
  }

  private void collect() {
    add(options.http(), "HTTP");
    options.cluster().ifPresent(this::collectCluster);
  }

  private void collectCluster(NodeOptions.ClusterPlace place) {
    addAll(place.port(), "");
    String self = PeerAddress.resolve(options.bind()).getHostAddress();
    place.peers().stream()
        .map(PeerAddress::resolved)
        .filter(peer -> peer.host().equals(self) && peer.port() != place.port())
        .forEach(this::checkNeighbour);
  }

  private void addAll(int port, String whose) {
    add(port, "ZooKeeper quorum" + whose);
    add(port + PeerAddress.ELECTION_OFFSET, "ZooKeeper election" + whose);
    add(port + PeerAddress.CLIENT_OFFSET, "ZooKeeper clients" + whose);
  }

  private void add(int port, String purpose) {
    String earlier = purposes.putIfAbsent(port, purpose);
    if (earlier != null) {
      throw new UsageException(DemoMessages.TEXT.portsCollide(port, earlier, purpose));
    }
  }

  /** A peer on the same host must not need one of ours; its own ports are its own to bind. */
  private void checkNeighbour(PeerAddress peer) {
    NodePorts both = new NodePorts(options);
    both.purposes.putAll(purposes);
    both.addAll(peer.port(), " of " + peer);
  }

  private void bind(int port, String purpose) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(PeerAddress.resolve(options.bind()), port));
    } catch (IOException e) {
      String flag = port == options.http() ? "--http" : "--cluster";
      throw new UsageException(
          DemoMessages.TEXT.portTaken(
              options.bind(), port, purpose, String.valueOf(e.getMessage()), flag));
    }
  }
}
