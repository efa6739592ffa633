package dev.primacy.engine.zookeeper;

import dev.primacy.spi.RecordVersion;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A version of a record: which creation of its node, and ZooKeeper's data version since.
 *
 * <p>ZooKeeper compares the data version alone, and that starts at 0 again when a node was deleted
 * and created anew: a write that expects version 0 of the old node would hit the new one. The
 * creation's zxid differs but cannot be compared by the server. So each creation draws a random
 * number, keeps it in front of the value, and names a child of the node by it; every later write
 * checks in the same transaction that the child is still there. A new node has another child.
 *
 * @param creation drawn when the record was created
 * @param data ZooKeeper's data version
 */
record Stamp(long creation, int data) {

  private static final char SEPARATOR = '.';

  static Stamp draw() {
    return new Stamp(ThreadLocalRandom.current().nextLong(), 0);
  }

  /** Empty for a version that is not ours: no record has it. */
  static Optional<Stamp> parse(RecordVersion version) {
    int dot = version.value().indexOf(SEPARATOR);
    if (dot <= 0) {
      return Optional.empty();
    }
    try {
      long creation = Long.parseUnsignedLong(version.value().substring(0, dot), 16);
      int data = Integer.parseInt(version.value().substring(dot + 1));
      // -1 would mean "any version" to ZooKeeper.
      return data < 0 ? Optional.empty() : Optional.of(new Stamp(creation, data));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  RecordVersion version() {
    return new RecordVersion(Long.toHexString(creation) + SEPARATOR + data);
  }

  Stamp next() {
    return new Stamp(creation, data + 1);
  }

  /** The child that exists as long as this creation of the record does. */
  String markOf(String path) {
    return path + '/' + Long.toHexString(creation);
  }

  byte[] prefix(byte[] value) {
    return ByteBuffer.allocate(Long.BYTES + value.length).putLong(creation).put(value).array();
  }

  static boolean isPrefixed(byte[] bytes) {
    return bytes.length >= Long.BYTES;
  }

  static long creationOf(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getLong();
  }

  static byte[] valueOf(byte[] bytes) {
    byte[] value = new byte[bytes.length - Long.BYTES];
    System.arraycopy(bytes, Long.BYTES, value, 0, value.length);
    return value;
  }
}
