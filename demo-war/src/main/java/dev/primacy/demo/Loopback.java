package dev.primacy.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells callers on this machine from others. */
final class Loopback {
  private Loopback() {}

  /** Whether a remote address, as the container prints it, is one of this machine's own. */
  static boolean contains(String address) {
    boolean literal = address.matches("[0-9a-fA-F:.]+(%.*)?");
    try {
      return literal && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
