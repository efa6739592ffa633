package dev.primacy.core.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names a node that is not configured one. */
final class NodeNames {
  private static final int LONGEST = 63;

  private NodeNames() {}

  /** Host and application. */
  static String defaultName(String application) {
    String name = (host() + "-" + application).replaceAll("[^A-Za-z0-9._-]", "-");
    String cut = name.substring(0, Math.min(LONGEST, name.length()));
    String trimmed = cut.replaceAll("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$", "");
    return trimmed.isEmpty() ? "node" : trimmed;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
