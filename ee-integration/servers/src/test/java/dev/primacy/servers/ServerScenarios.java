package dev.primacy.servers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.primacy.servers.launch.Cluster;
import dev.primacy.servers.launch.H2;
import dev.primacy.servers.launch.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What has to be the same on every server. Two servers run one application; each scenario begins
 * when both run and know their primary. They are ordered so that few servers have to be started
 * again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 30, unit = TimeUnit.MINUTES)
abstract class ServerScenarios
    implements EventScenarios,
        GuardScenarios,
        WorkScenarios,
        NeighbourScenarios,
        LifecycleScenarios,
        RedeployScenarios,
        FaultScenarios,
        StoreScenarios {
  @RegisterExtension final Column column = new Column();

  private final Server server;
  private final Path directory;
  private Cluster cluster;

  ServerScenarios(Server server) {
    this.server = server;
    this.directory =
        unused(Path.of(System.getProperty("servers.work")), getClass().getSimpleName());
  }

  /** What failed is run once more in some runs, and the logs of the first time are wanted most. */
  private static Path unused(Path work, String name) {
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> work.resolve(number == 1 ? name : name + "-" + number))
        .filter(Files::notExists)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Server server() {
    return server;
  }

  @Override
  public Cluster cluster() {
    return cluster;
  }

  @Override
  public Path directory() {
    return directory;
  }

  @BeforeAll
  void set_up() throws Exception {
    assumeTrue(server.java().isPresent(), server.title() + ": no JDK that it runs on");
    H2 store = H2.start(directory.resolve("store"));
    cluster =
        Cluster.of(
            server, directory, Scenarios.archive(APPLICATION), APPLICATION, store, "n1", "n2");
  }

  @AfterAll
  void end() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @BeforeEach
  void all_is_well(TestInfo scenario) throws IOException {
    if (!scenario.getTags().contains(OWN)) {
      cluster.ready();
    }
  }
}
