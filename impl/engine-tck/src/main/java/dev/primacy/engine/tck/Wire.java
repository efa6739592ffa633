package dev.primacy.engine.tck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between one node and a service: a TCP proxy on loopback that forwards until it is
 * told to fail, in the ways a network fails and no others. Bytes are never changed, reordered or
 * left out of the middle of a connection that goes on.
 *
 * <p>Safe on any thread. A fault begins when its method returns and holds for the connections there
 * are and for those to come, until {@link #heal}.
 *
 * @since 0.1
 */
public final class Wire implements AutoCloseable {
  private final Valve valve = new Valve();
  private final List<ServerSocket> doors = new ArrayList<>();
  private final Set<WireConnection> connections = ConcurrentHashMap.newKeySet();
  private volatile List<InetSocketAddress> targets;
  private volatile boolean closed;

  private Wire(List<InetSocketAddress> targets) {
    this.targets = List.copyOf(targets);
  }

  /**
   * Opens one port for each address of a service.
   *
   * @param targets where to forward to
   * @return the wire, forwarding
   * @throws IOException if no port could be opened
   */
  public static Wire to(List<InetSocketAddress> targets) throws IOException {
    Wire wire = new Wire(targets);
    for (int i = 0; i < targets.size(); i++) {
      int index = i;
      ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      wire.doors.add(door);
      Threads.start("wire-" + door.getLocalPort(), () -> wire.accept(door, index));
    }
    return wire;
  }

  /**
   * Where the node connects to instead.
   *
   * @return as many as there are targets, in their order
   */
  public List<InetSocketAddress> addresses() {
    return doors.stream()
        .map(door -> new InetSocketAddress(door.getInetAddress(), door.getLocalPort()))
        .toList();
  }

  /**
   * Forwards new connections to other addresses, for a service that moved.
   *
   * @param next as many as before
   */
  public void retarget(List<InetSocketAddress> next) {
    targets = List.copyOf(next);
  }

  private void accept(ServerSocket door, int index) {
    while (!closed) {
      try {
        forward(door.accept(), index);
      } catch (IOException end) {
        // closed, or the peer was gone at once: the loop's condition tells
      }
    }
  }

  private void forward(Socket client, int index) throws IOException {
    if (valve.isCut()) {
      client.close();
      return;
    }
    Socket server = new Socket();
    try {
      server.connect(targets.get(index));
      // or each small answer waits for an acknowledgement, 40 ms
      server.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
    } catch (IOException away) {
      client.close();
      server.close();
      return;
    }
    WireConnection connection = new WireConnection(client, server, valve, connections::remove);
    connections.add(connection);
    connection.start();
    if (valve.isCut() || closed) {
      connection.cut();
    }
  }

  /** Connections stand, and nothing goes through in either direction. */
  public void freeze() {
    valve.freeze();
  }

  /**
   * Requests are held back while replies go through. They reach the service when the wire is
   * healed, however late, also if the node has closed the connection since.
   */
  public void holdRequests() {
    valve.holdRequests();
  }

  /**
   * Requests go through and their replies are lost. A connection that lost one is cut when the wire
   * is healed: it could not go on.
   */
  public void dropReplies() {
    valve.dropReplies();
  }

  /** Connections break, and new ones break at once. What was held back is lost. */
  public void cut() {
    valve.cut();
    connections.forEach(WireConnection::cut);
  }

  /** Ends the fault. */
  public void heal() {
    connections.stream().filter(WireConnection::hasLostReplies).forEach(WireConnection::cut);
    valve.open();
  }

  /**
   * How many connections the node holds open.
   *
   * @return the count
   */
  public int connections() {
    return (int) connections.stream().filter(WireConnection::isHeldByClient).count();
  }

  /** Cuts everything and gives the ports back. A second call does nothing. */
  @Override
  public void close() {
    closed = true;
    cut();
    valve.open();
    for (ServerSocket door : doors) {
      try {
        door.close();
      } catch (IOException alreadyGone) {
        // which is what is wanted
      }
    }
  }
}
