package dev.primacy.demo.launch;

import dev.primacy.demo.DemoMessages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Tells before anything starts which port is taken. */
final class PortCheck {
  private PortCheck() {}

  /** Throws unless every port of every plan can be bound now. */
  static void of(List<NodePlan> plans) {
    plans.forEach(plan -> plan.ports().forEach((port, purpose) -> bind(plan, port, purpose)));
  }

  private static void bind(NodePlan plan, int port, String purpose) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      String property =
          purpose.startsWith("ZooKeeper") ? "-Ddemo.cluster=PORT" : "-Ddemo.http=PORT";
      throw new LaunchException(
          DemoMessages.TEXT.demoPortTaken(port, purpose, plan.name(), e.toString(), property), e);
    }
  }
}
