package dev.primacy.core.record;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writes header and fields: two bytes of tag, two of length, then the value. */
final class FieldWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  FieldWriter(byte kind, int minor) {
    out.writeBytes(new byte[] {'P', 'R', kind, RecordCodec.MAJOR, (byte) minor});
  }

  int size() {
    return out.size();
  }

  FieldWriter bytes(int tag, byte[] value) {
    if (value.length > 0xFFFF) {
      throw new IllegalArgumentException("field " + tag + " takes " + value.length + " bytes");
    }
    out.write(tag >>> 8);
    out.write(tag);
    out.write(value.length >>> 8);
    out.write(value.length);
    out.writeBytes(value);
    return this;
  }

  FieldWriter text(int tag, String value) {
    return bytes(tag, value.getBytes(StandardCharsets.UTF_8));
  }

  FieldWriter number(int tag, long value) {
    return bytes(tag, ByteBuffer.allocate(8).putLong(value).array());
  }

  FieldWriter flag(int tag, boolean value) {
    return bytes(tag, new byte[] {(byte) (value ? 1 : 0)});
  }

  FieldWriter uuid(int tag, UUID value) {
    return bytes(tag, uuidBytes(value).array());
  }

  FieldWriter raw(byte[] fields) {
    out.writeBytes(fields);
    return this;
  }

  byte[] done() {
    if (out.size() > RecordCodec.MAX_BYTES) {
      throw new IllegalArgumentException("a record of " + out.size() + " bytes is too large");
    }
    return out.toByteArray();
  }

  private static ByteBuffer uuidBytes(UUID value) {
    return ByteBuffer.allocate(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
  }
}
