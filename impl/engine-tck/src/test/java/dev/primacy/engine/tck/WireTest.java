package dev.primacy.engine.tck;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that answers every byte with the next one, and remembers what it heard. */
class WireTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final List<Character> heard = new CopyOnWriteArrayList<>();
  private ServerSocket server;
  private Wire wire;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Threads.start("server", this::serve);
    wire = Wire.to(List.of(new InetSocketAddress(server.getInetAddress(), server.getLocalPort())));
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Threads.start("served", () -> answer(client));
      } catch (IOException closed) {
        // the loop ends
      }
    }
  }

  private void answer(Socket client) {
    try (client) {
      int next = client.getInputStream().read();
      while (next >= 0) {
        heard.add((char) next);
        client.getOutputStream().write(next + 1);
        next = client.getInputStream().read();
      }
    } catch (IOException cut) {
      // the connection is over
    }
  }

  @AfterEach
  void stop() throws IOException {
    wire.close();
    server.close();
  }

  private Socket connect() throws IOException {
    InetSocketAddress address = wire.addresses().get(0);
    Socket socket = new Socket(address.getAddress(), address.getPort());
    socket.setSoTimeout(5_000);
    return socket;
  }

  private static void send(Socket socket, char letter) throws IOException {
    socket.getOutputStream().write(Character.toString(letter).getBytes(US_ASCII));
  }

  private static char ask(Socket socket, char letter) throws IOException {
    send(socket, letter);
    return (char) socket.getInputStream().read();
  }

  private static void assertNoReply(Socket socket) throws IOException {
    socket.setSoTimeout(100);
    assertThatThrownBy(() -> socket.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    socket.setSoTimeout(5_000);
  }

  @Test
  void it_forwards_both_ways_and_counts_connections() throws Exception {
    try (Socket one = connect();
        Socket other = connect()) {
      assertThat(ask(one, 'a')).isEqualTo('b');
      assertThat(ask(other, 'x')).isEqualTo('y');
      assertThat(wire.connections()).isEqualTo(2);
    }
    Waiting.until("no connection", SOON, () -> wire.connections() == 0);
  }

  @Test
  void what_was_sent_into_a_frozen_wire_arrives_when_it_thaws() throws Exception {
    try (Socket socket = connect()) {
      assertThat(ask(socket, 'a')).isEqualTo('b');
      wire.freeze();
      send(socket, 'm');
      assertNoReply(socket);
      assertThat(heard).containsExactly('a');
      wire.heal();
      assertThat((char) socket.getInputStream().read()).isEqualTo('n');
    }
  }

  @Test
  void held_requests_arrive_late_though_their_sender_is_gone() throws Exception {
    try (Socket socket = connect()) {
      assertThat(ask(socket, 'a')).isEqualTo('b');
      wire.holdRequests();
      send(socket, 'l');
    }
    Waiting.until("the sender is gone", SOON, () -> wire.connections() == 0);
    assertThat(heard).containsExactly('a');
    wire.heal();
    Waiting.until("the late one arrives", SOON, () -> heard.contains('l'));
  }

  @Test
  void a_request_whose_reply_is_dropped_was_heard_and_its_connection_cannot_go_on()
      throws Exception {
    try (Socket socket = connect()) {
      wire.dropReplies();
      send(socket, 'a');
      assertNoReply(socket);
      assertThat(heard).containsExactly('a');
      wire.heal();
      assertThat(socket.getInputStream().read()).as("end of the stream").isNegative();
    }
    try (Socket next = connect()) {
      assertThat(ask(next, 'c')).isEqualTo('d');
    }
  }

  @Test
  void a_cut_wire_ends_connections_and_loses_what_was_held_back() throws Exception {
    try (Socket socket = connect()) {
      assertThat(ask(socket, 'a')).isEqualTo('b');
      wire.holdRequests();
      send(socket, 'l');
      assertNoReply(socket);
      wire.cut();
      assertThat(socket.getInputStream().read()).isNegative();
    }
    try (Socket refused = connect()) {
      assertThat(refused.getInputStream().read()).isNegative();
    }
    wire.heal();
    try (Socket next = connect()) {
      assertThat(ask(next, 'c')).isEqualTo('d');
    }
    assertThat(heard).containsExactly('a', 'c');
  }
}
