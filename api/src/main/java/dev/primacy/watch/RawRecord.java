package dev.primacy.watch;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A node's record as it stands in the store, decoded or not. Immutable.
 *
 * @since 0.1
 */
public final class RawRecord {
  private static final int SHOWN = 64;

  private final UUID incarnation;
  private final String version;
  private final byte[] payload;

  /**
   * Makes a record.
   *
   * @param incarnation the record's key: the node
   * @param version the version the store gave it
   * @param payload the bytes; copied
   */
  public RawRecord(UUID incarnation, String version, byte[] payload) {
    this.incarnation = requireNonNull(incarnation, "incarnation");
    this.version = requireNonNull(version, "version");
    this.payload = payload.clone();
  }

  /**
   * The record's key.
   *
   * @return the node's incarnation
   */
  public UUID incarnation() {
    return incarnation;
  }

  /**
   * The version the store gave it.
   *
   * @return opaque; never the same for two writes
   */
  public String version() {
    return version;
  }

  /**
   * The bytes.
   *
   * @return a copy
   */
  public byte[] payload() {
    return payload.clone();
  }

  /**
   * How many bytes there are.
   *
   * @return at least 0
   */
  public int size() {
    return payload.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawRecord record
        && incarnation.equals(record.incarnation)
        && version.equals(record.version)
        && Arrays.equals(payload, record.payload);
  }

  @Override
  public int hashCode() {
    return incarnation.hashCode() * 31 + version.hashCode();
  }

  /** Incarnation, version, and the first 64 bytes in hexadecimal: safe in any log. */
  @Override
  public String toString() {
    int shown = Math.min(SHOWN, payload.length);
    String more = payload.length > shown ? "… (" + payload.length + " bytes)" : "";
    return incarnation + "@" + version + " " + HexFormat.of().formatHex(payload, 0, shown) + more;
  }
}
