package dev.primacy.engine.zookeeper;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A node in a process of its own, to be frozen and killed; it ends when its input ends. */
final class ForkedNode implements AutoCloseable {

  private static final long REOPENED_AFTER_MILLIS = 200;

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
        Given.node("forked")
            .with(Settings.PEERS, arguments[0])
            .with(Settings.SELF, arguments[1])
            .with(Settings.DATA, arguments[2]);
    Thread parent = new Thread(ForkedNode::endWithParent, "parent");
    parent.setDaemon(true);
    parent.start();
    boolean goesOn = serve(surroundings);
    while (goesOn) {
      pass(REOPENED_AFTER_MILLIS);
      boolean unused = serve(surroundings);
    }
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // until the parent is gone
      }
    } catch (IOException gone) {
      Runtime.getRuntime().halt(1);
    }
    Runtime.getRuntime().halt(0);
  }

  /**
   * As the runtime of an application does: a store that failed is closed and opened again. But one
   * that could never be opened is the end.
   */
  private static boolean serve(Surroundings surroundings) throws InterruptedException {
    try (RecordStore store = new ZooKeeperEngine().open(surroundings)) {
      System.out.println("started");
      while (store.status().state() != StoreStatus.State.FAILED) {
        pass(20);
      }
      return true;
    } catch (StoreException e) {
      System.out.println(e.getMessage());
      return false;
    }
  }

  private static void pass(long millis) throws InterruptedException {
    boolean never = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    if (never) {
      throw new AssertionError("nobody counts down");
    }
  }
}
