package dev.primacy.relay;

import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.spi.Engine;
import jakarta.servlet.ServletException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A node of this JVM with a servlet container of its own; remembers what it heard. */
final class Node implements AutoCloseable {
  static final String SECRET = "fedcba9876543210fedcba9876543210";

  final PrimacyRuntime runtime;
  private final List<ClusterEvent> heard = new CopyOnWriteArrayList<>();
  private final WebServer server;
  private boolean killed;

  private Node(Engine engine, Map<String, String> settings) throws Exception {
    runtime =
        PrimacyRuntimes.create(
            RuntimeSetup.of(settings.get("primacy.node.name"))
                .withSource(new MapSettings(settings))
                .withEngines(List.of(engine))
                .withSink(
                    event -> {
                      heard.add(event);
                      return DeliveryReport.CLEAN;
                    }));
    server = WebServer.of(new RelayMount(() -> runtime, () -> Thread::new));
    runtime.start();
  }

  static Node start(
      Engine engine,
      String cluster,
      String name,
      Map<String, String> engines,
      Map<String, String> more)
      throws Exception {
    Map<String, String> settings = new HashMap<>(engines);
    settings.putAll(more);
    settings.put("primacy.cluster", cluster);
    settings.put("primacy.group", "ledger");
    settings.put("primacy.node.name", name);
    settings.put("primacy.lease", "1s");
    settings.put("primacy.control.secret", SECRET);
    return new Node(engine, settings);
  }

  String url(String path) {
    return server.url(path);
  }

  NodeRole role() {
    return runtime.membership("ledger").role();
  }

  GroupStanding standing() {
    return runtime.membership("ledger").standing();
  }

  <T extends ClusterEvent> List<T> heard(Class<T> type) {
    return heard.stream().filter(type::isInstance).map(type::cast).toList();
  }

  List<String> joined() {
    return heard(NodeJoined.class).stream().map(event -> event.joined().id().name()).toList();
  }

  List<String> left() {
    return heard(NodeLeft.class).stream().map(event -> event.left().id().name()).toList();
  }

  /** As seen from outside: nothing answers any more. */
  void kill() throws ServletException {
    killed = true;
    server.close();
  }

  @Override
  public void close() throws ServletException {
    runtime.close();
    if (!killed) {
      server.close();
    }
  }
}
