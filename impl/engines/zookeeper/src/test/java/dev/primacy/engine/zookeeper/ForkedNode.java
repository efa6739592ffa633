package dev.primacy.engine.zookeeper;

import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A node in a process of its own, to be frozen and killed; it ends when its input ends. */
final class ForkedNode implements AutoCloseable {

  private final Process process;

  ForkedNode(String peers, Address self, Path data) throws IOException {
    process = Forked.running(ForkedNode.class, peers, self.toString(), data.toString()).start();
  }

  void awaitStarted() throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String said = "";
    // ZooKeeper prints too: what it removes of its old files
    for (String line = output.readLine(); !"started".equals(line); line = output.readLine()) {
      if (line == null) {
        throw new IOException("the node did not start: " + said);
      }
      said = line;
    }
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] arguments) throws Exception {
    Surroundings surroundings =
        new Surroundings("forked")
            .with(Settings.PEERS, arguments[0])
            .with(Settings.SELF, arguments[1])
            .with(Settings.DATA, arguments[2]);
    try (RecordStore store = new ZooKeeperEngine().open(surroundings)) {
      System.out.println("started");
      while (System.in.read() >= 0 && store.servesPeers()) {
        // until the parent is gone
      }
    } catch (StoreException e) {
      System.out.println(e.getMessage());
    }
  }
}
