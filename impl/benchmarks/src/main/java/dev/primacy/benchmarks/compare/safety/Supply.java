package dev.primacy.benchmarks.compare.safety;

import dev.primacy.benchmarks.compare.store.Store;
import dev.primacy.engine.tck.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What fresh nodes are given: a way to their store, and a directory.
 *
 * @param address where they find the store
 * @param operations where they keep what they did
 * @param wire what lies between them and the store; none if nothing does
 */
record Supply(String address, Path operations, Optional<Wire> wire) implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("(?<=127\\.0\\.0\\.1:)\\d+");

  /** The store itself. */
  static Supply direct(Store store, Path operations) throws IOException {
    return new Supply(store.address(), Files.createDirectories(operations), Optional.empty());
  }

  /** A way to the store that can be cut. */
  static Supply wired(Store store, Path operations) throws IOException {
    Matcher port = PORT.matcher(store.address());
    if (!port.find()) {
      throw new IllegalArgumentException(store.address());
    }
    InetAddress host = InetAddress.getLoopbackAddress();
    Wire wire = Wire.to(List.of(new InetSocketAddress(host, Integer.parseInt(port.group()))));
    String address = port.replaceFirst(Integer.toString(wire.addresses().get(0).getPort()));
    return new Supply(address, Files.createDirectories(operations), Optional.of(wire));
  }

  /**
   * Lets nothing through any more.
   *
   * @return false if there is nothing in between
   */
  boolean cut() {
    wire.ifPresent(Wire::freeze);
    return wire.isPresent();
  }

  /**
   * Lets everything through, what came meanwhile first.
   *
   * @return false if there is nothing in between
   */
  boolean mend() {
    wire.ifPresent(Wire::heal);
    return wire.isPresent();
  }

  @Override
  public void close() {
    wire.ifPresent(Wire::close);
  }
}
