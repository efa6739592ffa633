package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A connection of our own that ends with the handshake, to see whether the certificates agree. */
final class Handshake {

  private static final int LIMIT_MILLIS = 1000;

  private final SSLSocketFactory sockets;

  Handshake(SSLSocketFactory sockets) {
    this.sockets = sockets;
  }

  /**
   * What keeps the two apart.
   *
   * @param server {@code host:port}
   * @return empty if they agree, or if there is nobody to ask
   */
  Optional<String> with(String server) {
    int colon = server.lastIndexOf(':');
    String host = server.substring(0, colon);
    int port = Integer.parseInt(server.substring(colon + 1));
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(host, port), LIMIT_MILLIS);
      plain.setSoTimeout(LIMIT_MILLIS);
      SSLSocket socket = (SSLSocket) sockets.createSocket(plain, host, port, true);
      requireName(socket);
      shake(socket);
      return Optional.empty();
    } catch (SSLException e) {
      return Optional.of(
          isOurs(e)
              ? LOG.serverNotAccepted(server, Tls.causeOf(e))
              : LOG.nodeNotAccepted(server, Tls.causeOf(e)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** As ZooKeeper's client does: the certificate has to name the host as it is configured. */
  private static void requireName(SSLSocket socket) {
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
  }

  /**
   * The server's view of this node's certificate comes after the handshake, in place of the first
   * answer; a server that waits for a request has nothing against it.
   */
  private static void shake(SSLSocket socket) throws IOException {
    socket.startHandshake();
    socket.getInputStream().read();
  }

  /** Otherwise it is the server's alert. */
  private static boolean isOurs(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }
}
