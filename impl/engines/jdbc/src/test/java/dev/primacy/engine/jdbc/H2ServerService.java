package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.Ability;
import dev.primacy.engine.tck.StoreService;
import dev.primacy.spi.Engine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.h2.tools.Server;

/** H2's TCP server, in this process, on a file. */
final class H2ServerService implements StoreService {

  private final Path directory;
  private final String parameters;
  private Server server;

  H2ServerService(String parameters) throws Exception {
    this.parameters = parameters;
    this.directory = Directories.fresh();
  }

  @Override
  public String name() {
    return "H2, server" + parameters;
  }

  @Override
  public Engine engine() {
    return new JdbcEngine();
  }

  @Override
  public List<InetSocketAddress> start() throws Exception {
    server =
        Server.createTcpServer("-tcpPort", "0", "-baseDir", directory.toString(), "-ifNotExists")
            .start();
    return List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public Map<Ability, String> cannot() {
    return Map.of(
        Ability.REPLICAS,
        "It is one server.",
        Ability.DISK,
        "H2 shows writes before they are in its file, and undoes them if there is no room.");
  }

  @Override
  public Map<String, String> settings(String node, List<InetSocketAddress> through) {
    return Map.of(
        "primacy.engine", "jdbc",
        "primacy.jdbc.url", url(through.get(0)),
        "primacy.jdbc.user", "sa");
  }

  String url(InetSocketAddress address) {
    return "jdbc:h2:tcp://127.0.0.1:" + address.getPort() + "/./records" + parameters;
  }

  @Override
  public void close() throws Exception {
    server.stop();
    Directories.delete(directory);
  }
}
