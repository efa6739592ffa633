package dev.primacy.messenger.jgroups;

import dev.primacy.engine.tck.FreePorts;
import dev.primacy.engine.tck.MessengerService;
import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.MessengerProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Nodes that know each other's ports; nothing is shared. */
final class JGroupsService implements MessengerService {
  static final String SECRET = "a secret of more than thirty-two bytes";

  private final Map<String, Map<String, Integer>> clusters = new HashMap<>();
  private final Optional<String> secret;
  private Optional<ServerSocket> taken = Optional.empty();

  JGroupsService(Optional<String> secret) {
    this.secret = secret;
  }

  @Override
  public MessengerProvider provider() {
    return new JGroupsProvider();
  }

  @Override
  public Surroundings surroundings(String cluster, String node) {
    Map<String, Integer> ports = clusters.computeIfAbsent(cluster, name -> ports());
    String peers =
        ports.values().stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    Surroundings surroundings =
        Surroundings.of(provider())
            .inCluster(cluster)
            .ofNode(node)
            .with(Settings.BIND, "127.0.0.1:" + ports.get(node))
            .with(Settings.FAILURE_PORT, Integer.toString(ports.get(node) + 1000))
            .with(Settings.PEERS, peers);
    return secret.map(text -> surroundings.with(Settings.SECRET, text)).orElse(surroundings);
  }

  private static Map<String, Integer> ports() {
    return NODES.stream().collect(Collectors.toMap(node -> node, node -> FreePorts.next()));
  }

  @Override
  public Optional<Surroundings> unable(String cluster) throws IOException {
    Surroundings surroundings = surroundings(cluster, "n1");
    int port = Integer.parseInt(surroundings.setting(Settings.FAILURE_PORT).orElseThrow());
    close();
    taken = Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    return Optional.of(surroundings);
  }

  @Override
  public void close() throws IOException {
    if (taken.isPresent()) {
      taken.get().close();
    }
  }
}
