package dev.primacy.demo.node;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodePortsTest {
  private static final String HOST = "127.0.0.1";

  private static NodeOptions standalone(int http) {
    return new NodeOptions("n1", HOST, http, Optional.empty(), Path.of("."), Map.of(), false);
  }

  private static NodeOptions clustered(int http, int cluster, int... peers) {
    List<PeerAddress> all =
        Arrays.stream(peers).mapToObj(port -> new PeerAddress(HOST, port)).toList();
    NodeOptions.ClusterPlace place =
        new NodeOptions.ClusterPlace(new PeerAddress(HOST, cluster), all);
    return new NodeOptions("n1", HOST, http, Optional.of(place), Path.of("."), Map.of(), false);
  }

  private static ServerSocket anyPort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = anyPort()) {
      return socket.getLocalPort();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, ZooKeeper quorum", "1000, ZooKeeper election", "2000, ZooKeeper clients"})
  void a_taken_cluster_port_is_named_with_its_purpose_and_flag(int offset, String purpose)
      throws IOException {
    int free = freePort();
    try (ServerSocket taken = anyPort()) {
      int cluster = taken.getLocalPort() - offset;
      assertThatThrownBy(() -> NodePorts.check(clustered(free, cluster, cluster)))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith(
              "PRIMACY-4009: %s:%d (%s) cannot be bound", HOST, taken.getLocalPort(), purpose)
          .hasMessageEndingWith("choose another --cluster.");
    }
  }

  @Test
  void a_taken_http_port_is_named_with_its_flag() throws IOException {
    try (ServerSocket taken = anyPort()) {
      assertThatThrownBy(() -> NodePorts.check(standalone(taken.getLocalPort())))
          .hasMessageStartingWith("PRIMACY-4009: %s:%d (HTTP)", HOST, taken.getLocalPort())
          .hasMessageEndingWith("choose another --http.");
    }
  }

  @Test
  void ports_that_serve_two_purposes_are_refused() {
    assertThatThrownBy(() -> NodePorts.check(clustered(8800, 7800, 7800)))
        .hasMessageStartingWith("PRIMACY-4010: port 8800 would serve as HTTP");
    assertThatThrownBy(() -> NodePorts.check(clustered(80, 7800, 7800, 8800)))
        .hasMessageStartingWith("PRIMACY-4010: port 8800");
  }

  @Test
  void free_ports_pass() throws IOException {
    int free = freePort();
    assertThatCode(() -> NodePorts.check(standalone(free))).doesNotThrowAnyException();
  }
}
