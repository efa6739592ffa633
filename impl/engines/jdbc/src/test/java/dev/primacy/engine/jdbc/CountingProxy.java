package dev.primacy.engine.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Forwards to a server on loopback, and counts what clients send, piece by piece. */
final class CountingProxy implements AutoCloseable {
  private static final int PIECE = 65_536;

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final InetSocketAddress target;

  CountingProxy(InetSocketAddress target) throws IOException {
    this.target = target;
    inBackground(this::accept);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
  }

  /** How many so far; a client that waits for each answer sends each request as one piece. */
  int requests() {
    return requests.get();
  }

  /** How many there ever were. */
  int connections() {
    return connections.get();
  }

  /** Lets nobody else in; those who are in stay. */
  void shut() throws IOException {
    door.close();
  }

  private interface Forwarding {
    void run() throws IOException;
  }

  private static void inBackground(Forwarding work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException end) {
                // of the connection, or of all of this
                Thread.currentThread().setName("ended");
              }
            },
            "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = door.accept();
      connections.incrementAndGet();
      Socket server = new Socket(target.getAddress(), target.getPort());
      for (Socket socket : new Socket[] {client, server}) {
        socket.setTcpNoDelay(true);
        sockets.add(socket);
      }
      inBackground(() -> forward(client, server, requests));
      inBackground(() -> forward(server, client, new AtomicInteger()));
    }
  }

  private static void forward(Socket from, Socket to, AtomicInteger counter) throws IOException {
    byte[] piece = new byte[PIECE];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        counter.incrementAndGet();
        out.write(piece, 0, length);
      }
    }
  }

  @Override
  public void close() throws IOException {
    end();
  }

  /** As a server that is gone. */
  void end() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
