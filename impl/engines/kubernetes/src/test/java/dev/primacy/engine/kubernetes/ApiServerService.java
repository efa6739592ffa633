package dev.primacy.engine.kubernetes;

import dev.primacy.engine.tck.Ability;
import dev.primacy.engine.tck.StoreService;
import dev.primacy.spi.Engine;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The imitated API server, in this process; what it keeps outlives its restarts. */
final class ApiServerService implements StoreService {

  private final ApiServer server = new ApiServer();

  @Override
  public String name() {
    return "Kubernetes (mock API)";
  }

  @Override
  public Engine engine() {
    return new KubernetesEngine();
  }

  @Override
  public List<InetSocketAddress> start() {
    return List.of(server.start().address());
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public Map<String, String> settings(String node, List<InetSocketAddress> through) {
    return Map.of(
        "primacy.engine",
        "kubernetes",
        Settings.API_SERVER,
        "http://127.0.0.1:" + through.get(0).getPort(),
        Settings.NAMESPACE,
        ApiServer.NAMESPACE);
  }

  @Override
  public Map<Ability, String> cannot() {
    return Map.of(
        Ability.REPLICAS, "It is one server.", Ability.DISK, "The imitated server has none.");
  }

  /**
   * Five clients and the imitation in one JVM: a request of HTTP and JSON, and a connection for
   * each that ran out of time, take more than the 50 ms that a shorter lease leaves.
   */
  @Override
  public Duration shortestLease() {
    return Duration.ofSeconds(1);
  }

  /**
   * A watch may stand open and hear nothing, not even its end: that is noticed after 20 s at most,
   * and only then is another one opened.
   */
  @Override
  public Duration recovery() {
    return Duration.ofSeconds(40);
  }

  @Override
  public void close() {
    server.stop();
  }
}
