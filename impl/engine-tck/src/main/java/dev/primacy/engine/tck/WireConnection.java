package dev.primacy.engine.tck;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One connection of a node to a service, through a wire. */
final class WireConnection {
  private final Socket client;
  private final Socket server;
  private final Pump requests;
  private final Pump replies;
  private final Consumer<WireConnection> ended;
  private final AtomicInteger running = new AtomicInteger(2);
  private volatile boolean lostReplies;

  WireConnection(Socket client, Socket server, Valve valve, Consumer<WireConnection> ended) {
    this.client = client;
    this.server = server;
    this.ended = ended;
    requests = new Pump(client, server, valve::letRequestThrough, this::endedOne);
    replies = new Pump(server, client, () -> passes(valve), this::endedOne);
  }

  private boolean passes(Valve valve) throws InterruptedException {
    boolean through = valve.letReplyThrough();
    if (!through) {
      lostReplies = true;
    }
    // after a hole nothing may follow
    return !lostReplies;
  }

  void start() {
    requests.start();
    replies.start();
  }

  private void endedOne() {
    if (running.decrementAndGet() == 0) {
      cut();
    }
  }

  boolean hasLostReplies() {
    return lostReplies;
  }

  boolean isHeldByClient() {
    return !requests.isInputOver();
  }

  void cut() {
    close(client);
    close(server);
    requests.stop();
    replies.stop();
    ended.accept(this);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // which is what is wanted
    }
  }
}
