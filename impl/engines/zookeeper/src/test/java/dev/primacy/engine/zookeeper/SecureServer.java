package dev.primacy.engine.zookeeper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.primacy.engine.tck.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.zookeeper.server.quorum.QuorumPeerMain;

/**
 * ZooKeeper as somebody else runs it: a process of its own, configured by a file, that takes
 * encrypted connections only, of clients that it knows. ZooKeeper keeps such settings in system
 * properties, which a client in the same process would take for its own.
 */
final class SecureServer implements AutoCloseable {

  private final int port = FreePorts.next();
  private final Process process;

  SecureServer(Path directory, Path keyStore, Path trustStore) throws IOException {
    Path file = directory.resolve("zoo.cfg");
    try (var output = Files.newBufferedWriter(file, ISO_8859_1)) {
      settings(directory, keyStore, trustStore).store(output, null);
    }
    process =
        Forked.running(SecureServer.class, file.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  private Properties settings(Path directory, Path keyStore, Path trustStore) {
    Properties settings = new Properties();
    settings.setProperty("dataDir", directory.resolve("server").toString());
    settings.setProperty("secureClientPort", Integer.toString(port));
    settings.setProperty("secureClientPortAddress", "127.0.0.1");
    settings.setProperty("admin.enableServer", "false");
    settings.setProperty("serverCnxnFactory", "org.apache.zookeeper.server.NettyServerCnxnFactory");
    settings.setProperty("ssl.keyStore.location", keyStore.toString());
    settings.setProperty("ssl.keyStore.password", Keys.PASSWORD);
    settings.setProperty("ssl.trustStore.location", trustStore.toString());
    settings.setProperty("ssl.trustStore.password", Keys.PASSWORD);
    return settings;
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs until the parent is gone. */
  public static void main(String[] arguments) throws IOException {
    Thread server = new Thread(() -> QuorumPeerMain.main(arguments), "server");
    server.setDaemon(true);
    server.start();
    while (System.in.read() >= 0) {
      // nothing is ever written to it
    }
    Runtime.getRuntime().halt(0);
  }
}
