package dev.primacy.messenger.jgroups;

import static dev.primacy.messenger.jgroups.Messages.LOG;

import dev.primacy.spi.MessengerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether the ports are free, since JGroups does not say which one was not. */
final class Ports {
  private Ports() {}

  static void check(Configuration configuration) throws MessengerException {
    InetAddress host = configuration.own().getAddress();
    check(host, configuration.own().getPort(), Settings.BIND);
    check(host, configuration.ownFailurePort(), Settings.FAILURE_PORT);
  }

  private static void check(InetAddress host, int port, String key) throws MessengerException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw new MessengerException(
          LOG.portTaken(port, host.getHostAddress(), String.valueOf(e.getMessage()), key), e);
    }
  }
}
