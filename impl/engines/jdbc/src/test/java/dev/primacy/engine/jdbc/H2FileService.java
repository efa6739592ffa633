package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.Ability;
import dev.primacy.engine.tck.StoreService;
import dev.primacy.spi.Engine;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** H2 inside this process, on a file. */
final class H2FileService implements StoreService {

  private final Path directory;

  H2FileService() throws Exception {
    directory = Directories.fresh();
  }

  @Override
  public String name() {
    return "H2, file";
  }

  @Override
  public Engine engine() {
    return new JdbcEngine();
  }

  @Override
  public List<InetSocketAddress> start() {
    return List.of();
  }

  @Override
  public void stop() {
    throw new UnsupportedOperationException("it has no life of its own");
  }

  @Override
  public Map<String, String> settings(String node, List<InetSocketAddress> through) {
    return Map.of(
        "primacy.engine", "jdbc",
        "primacy.jdbc.url", "jdbc:h2:file:" + directory.resolve("records") + ";AUTO_SERVER=TRUE",
        "primacy.jdbc.user", "sa");
  }

  @Override
  public Map<Ability, String> cannot() {
    String why = "It runs in the first node's process.";
    return Map.of(
        Ability.RESTART,
        why,
        Ability.WIRE,
        why,
        Ability.DISK,
        why,
        Ability.REPLICAS,
        "It is one file.");
  }

  @Override
  public void close() throws Exception {
    Directories.delete(directory);
  }
}
