package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.spi.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/**
 * Tries the three ports before the server does: a server that cannot bind its election port only
 * asks for the end of the process, and one that cannot bind its quorum port looks for a leader for
 * ever.
 */
final class Ports {

  private Ports() {}

  static void requireFree(Target.Embedded ensemble) throws StoreException {
    Address self = ensemble.self();
    requireFree(ensemble.bind(), self.quorumPort(), "the quorum");
    requireFree(ensemble.bind(), self.electionPort(), "elections");
    requireFree(ensemble.bind(), self.clientPort(), "clients");
  }

  private static void requireFree(String host, int port, String purpose) throws StoreException {
    Optional<IOException> problem = tryToBind(host, port);
    if (problem.isPresent()) {
      String reason = String.valueOf(problem.get().getMessage());
      throw new StoreException(
          LOG.portInUse(Integer.toString(port), host, purpose, reason), problem.get());
    }
  }

  private static Optional<IOException> tryToBind(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As ZooKeeper does: connections of a predecessor that linger are no reason to refuse.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }
}
