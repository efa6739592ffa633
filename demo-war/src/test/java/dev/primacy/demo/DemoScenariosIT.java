package dev.primacy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The scenarios as a person runs them: each checks what it shows, and ends with 0 if all held. */
class DemoScenariosIT {
  private static final long PATIENCE_SECONDS = 180;

  @Test
  @DisplayName("AT-2.1, S2.34, S2.43: two fresh nodes are told from outside what to be")
  void external_ha_framework() throws Exception {
    run("external-ha-framework");
  }

  @Test
  @DisplayName(
      "AT-2.11, S2.41: the nominal primary stops, another takes over, roles are given back")
  void rule_based_basic() throws Exception {
    run("rule-based-basic");
  }

  @Test
  @DisplayName("AT-2.15, S2.45: a majority elects, and who returns follows")
  void raft_cluster() throws Exception {
    run("raft-cluster");
  }

  @Test
  @DisplayName("AT-2.18, S2.38: what a balancer asks, and a balancer that follows the primary")
  void load_balancer() throws Exception {
    Programs.needed("haproxy");
    run("load-balancer");
  }

  private static void run(String name) throws IOException, InterruptedException {
    Programs.needed("curl");
    Path work = Path.of(System.getProperty("demo.work"));
    Files.createDirectories(work);
    Path log = work.resolve(name + ".log");
    ProcessBuilder script =
        new ProcessBuilder("sh", Path.of("src", "scenarios", name + ".sh").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    script.environment().putAll(places());
    Process process = script.start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroy(); // it ends what it started
      process.waitFor();
    }
    assertThat(ended && process.exitValue() == 0).as(Files.readString(log)).isTrue();
    assertThat(Files.readString(log)).contains("   ok: ").endsWith("s)\n").contains("== Done");
  }

  private static Map<String, String> places() {
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    return Map.of(
        "PATH", java + File.pathSeparator + System.getenv("PATH"),
        "NODE_JAR", System.getProperty("demo.node.jar"),
        "HTTP", Integer.toString(FreePorts.range(0, 100, 200)),
        "CLUSTER", Integer.toString(FreePorts.clusterOfThree()),
        "BALANCER", Integer.toString(FreePorts.range(0)));
  }
}
