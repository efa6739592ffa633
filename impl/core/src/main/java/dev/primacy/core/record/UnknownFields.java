package dev.primacy.core.record;

import java.util.Arrays;

/**
 * Fields of a newer minor version, carried along unread so that a rewrite by an older node does not
 * lose them.
 *
 * @since 0.1
 */
public final class UnknownFields {

  /** None, at the newest minor version known here. */
  public static final UnknownFields NONE = new UnknownFields(RecordCodec.MINOR, new byte[0]);

  private final int minor;
  private final byte[] encoded;

  UnknownFields(int minor, byte[] encoded) {
    this.minor = minor;
    this.encoded = encoded;
  }

  /**
   * The minor version the record was written with.
   *
   * @return 0 to 255
   */
  public int minor() {
    return minor;
  }

  byte[] encoded() {
    return encoded;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnknownFields that
        && minor == that.minor
        && Arrays.equals(encoded, that.encoded);
  }

  @Override
  public int hashCode() {
    return 31 * minor + Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return "minor " + minor + " with " + encoded.length + " unknown bytes";
  }
}
