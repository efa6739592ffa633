package dev.primacy.core.record;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads header and fields. Holds no more than slices of the bytes it was given, so that a length in
 * them never decides over an allocation.
 */
final class FieldReader {

  static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  /** By tag. */
  private final List<List<ByteBuffer>> fields;

  private final ByteArrayOutputStream unknown = new ByteArrayOutputStream(0);
  private final byte[] record;
  private final int minor;

  FieldReader(byte kind, int knownTags, BitSet repeated, byte[] record)
      throws RecordFormatException {
    this.record = record;
    checkHeader(kind, record);
    minor = record[4] & 0xFF;
    ByteBuffer rest = ByteBuffer.wrap(record, 5, record.length - 5);
    fields = new ArrayList<>(Collections.nCopies(knownTags + 1, List.of()));
    while (rest.hasRemaining()) {
      take(rest, knownTags, repeated);
    }
  }

  private static void checkHeader(byte kind, byte[] record) throws RecordFormatException {
    if (record.length > RecordCodec.MAX_READ_BYTES) {
      throw new RecordFormatException(
          "not a record: it is too large, "
              + record.length
              + " bytes where at most "
              + RecordCodec.MAX_READ_BYTES
              + " are read");
    }
    check(record.length >= 5, "it is too short");
    check(record[0] == 'P' && record[1] == 'R' && record[2] == kind, "it starts differently");
    if (record[3] != RecordCodec.MAJOR) {
      throw new RecordFormatException(
          "not a record: its format has major version "
              + (record[3] & 0xFF)
              + ", and this node reads version "
              + RecordCodec.MAJOR);
    }
  }

  private void take(ByteBuffer rest, int knownTags, BitSet repeated) throws RecordFormatException {
    check(rest.remaining() >= 4, "a field is cut off");
    int start = rest.position();
    int tag = rest.getShort() & 0xFFFF;
    int length = rest.getShort() & 0xFFFF;
    check(rest.remaining() >= length, "a field is cut off");
    if (tag < 1 || tag > knownTags) {
      unknown.write(record, start, length + 4);
    } else {
      keep(tag, rest.slice(rest.position(), length), repeated.get(tag));
    }
    rest.position(start + 4 + length);
  }

  private void keep(int tag, ByteBuffer value, boolean repeated) throws RecordFormatException {
    List<ByteBuffer> before = fields.get(tag);
    if (before.isEmpty()) {
      fields.set(tag, List.of(value));
      return;
    }
    check(repeated, "a field is there twice");
    if (before.size() == 1) {
      before = new ArrayList<>(before);
      fields.set(tag, before);
    }
    before.add(value);
  }

  static void check(boolean holds, String complaint) throws RecordFormatException {
    if (!holds) {
      throw new RecordFormatException("not a record: " + complaint);
    }
  }

  UnknownFields unknown() {
    return minor <= RecordCodec.MINOR && unknown.size() == 0
        ? UnknownFields.NONE
        : new UnknownFields(minor, unknown.toByteArray());
  }

  List<ByteBuffer> all(int tag) {
    return fields.get(tag);
  }

  Optional<ByteBuffer> optional(int tag) {
    List<ByteBuffer> values = fields.get(tag);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0).duplicate());
  }

  ByteBuffer required(int tag, int length) throws RecordFormatException {
    Optional<ByteBuffer> value = optional(tag);
    check(value.isPresent(), "a field is missing");
    check(length < 0 || value.get().remaining() == length, "a field has the wrong length");
    return value.get();
  }

  long number(int tag) throws RecordFormatException {
    return required(tag, 8).getLong();
  }

  boolean flag(int tag) throws RecordFormatException {
    byte value = required(tag, 1).get();
    check(value == 0 || value == 1, "a flag is neither 0 nor 1");
    return value == 1;
  }

  <E extends Coded> E constant(int tag, E[] constants) throws RecordFormatException {
    byte code = required(tag, 1).get();
    for (E constant : constants) {
      if (constant.code() == code) {
        return constant;
      }
    }
    throw new RecordFormatException("not a record: a state is unknown");
  }

  static UUID uuid(ByteBuffer value) throws RecordFormatException {
    check(value.remaining() >= 16, "an identity is cut off");
    return new UUID(value.getLong(), value.getLong());
  }

  static String text(ByteBuffer value, int longest) throws RecordFormatException {
    check(value.remaining() <= longest, "a text is too long");
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(value).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new RecordFormatException("not a record: a text is not UTF-8");
    }
  }

  static String name(ByteBuffer value) throws RecordFormatException {
    String name = text(value, 63);
    check(NAME.matcher(name).matches(), "a name has characters it must not have");
    return name;
  }
}
