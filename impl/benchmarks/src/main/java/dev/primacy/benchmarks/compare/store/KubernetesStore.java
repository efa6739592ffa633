package dev.primacy.benchmarks.compare.store;

import io.fabric8.mockwebserver.MockWebServer;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** fabric8's imitation of an API server, in this process; each door is a port of its own. */
final class KubernetesStore implements Store {
  static final String NAMESPACE = "apps";

  private final Leases leases = new Leases();
  private final List<MockWebServer> doors = new ArrayList<>();
  private final String address;

  KubernetesStore() {
    address = open(new LongAdder());
  }

  private String open(LongAdder counter) {
    MockWebServer server = new MockWebServer();
    server.setDispatcher(new CountingDispatcher(leases, counter));
    server.start(InetAddress.getLoopbackAddress(), 0);
    doors.add(server);
    return "http://127.0.0.1:" + server.getPort();
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public Map<String, String> settings(int node, String address) {
    return Map.of(
        "primacy.engine",
        "kubernetes",
        "primacy.kubernetes.api-server",
        address,
        "primacy.kubernetes.namespace",
        NAMESPACE);
  }

  @Override
  public Optional<Door> door() {
    LongAdder counter = new LongAdder();
    return Optional.of(new Door(open(counter), counter::sum));
  }

  @Override
  public void close() {
    doors.forEach(MockWebServer::shutdown);
  }
}
