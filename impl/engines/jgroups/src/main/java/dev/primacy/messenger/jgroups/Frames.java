package dev.primacy.messenger.jgroups;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.Message;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Frames as bytes: a version, a kind, and what belongs to it, each length before its bytes. */
final class Frames {
  /** The highest number of queues or hints in one frame. */
  static final int MANY = 1024;

  static final byte VERSION = 1;
  private static final byte PUBLISHED = 1;
  private static final byte HINTED = 2;
  private static final byte ANNOUNCED = 3;
  private static final int LONGEST_TEXT = 1024;

  /** Writes into memory, which does not fail. */
  @FunctionalInterface
  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private Frames() {}

  static byte[] encode(Frame frame) {
    if (frame instanceof Frame.Published published) {
      return write(PUBLISHED, out -> published(published, out));
    }
    if (frame instanceof Frame.Hinted hinted) {
      return write(HINTED, out -> hinted(hinted, out));
    }
    return write(ANNOUNCED, out -> announced((Frame.Announced) frame, out));
  }

  private static byte[] write(byte kind, Writing content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeByte(kind);
      content.to(out);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  private static void published(Frame.Published frame, DataOutputStream out) throws IOException {
    text(frame.message().id(), out);
    uuid(frame.message().sender(), out);
    out.writeInt(frame.message().eventId());
    out.writeShort(frame.assigned().size());
    for (Map.Entry<String, UUID> one : frame.assigned().entrySet()) {
      text(one.getKey(), out);
      uuid(one.getValue(), out);
    }
    out.writeInt(frame.message().size());
    out.write(frame.message().body());
  }

  private static void hinted(Frame.Hinted frame, DataOutputStream out) throws IOException {
    out.writeShort(frame.keys().size());
    for (RecordKey key : frame.keys()) {
      text(key.kind().name(), out);
      text(key.name(), out);
    }
  }

  private static void announced(Frame.Announced frame, DataOutputStream out) throws IOException {
    out.writeShort(frame.queues().size());
    for (String queue : frame.queues()) {
      text(queue, out);
    }
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  private static void uuid(UUID uuid, DataOutputStream out) throws IOException {
    out.writeLong(uuid.getMostSignificantBits());
    out.writeLong(uuid.getLeastSignificantBits());
  }

  /** Believes nothing of the bytes, least of all a length. */
  static Frame decode(byte[] bytes, int offset, int length) throws Malformed {
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    try {
      byte version = in.get();
      if (version != VERSION) {
        throw new Malformed("version " + version);
      }
      Frame frame = content(in);
      if (in.hasRemaining()) {
        throw new Malformed("bytes after the end");
      }
      return frame;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new Malformed("an end too early or a name of nothing");
    }
  }

  private static Frame content(ByteBuffer in) throws Malformed {
    byte kind = in.get();
    return switch (kind) {
      case PUBLISHED -> published(in);
      case HINTED -> hinted(in);
      case ANNOUNCED -> announced(in);
      default -> throw new Malformed("kind " + kind);
    };
  }

  private static Frame published(ByteBuffer in) throws Malformed {
    String id = text(in);
    UUID sender = uuid(in);
    int eventId = in.getInt();
    Map<String, UUID> assigned = new LinkedHashMap<>();
    for (int left = count(in); left > 0; left--) {
      assigned.put(text(in), uuid(in));
    }
    byte[] body = bytes(in, in.getInt(), Message.MAX_BODY_BYTES);
    return new Frame.Published(new Message(id, sender, eventId, body), assigned);
  }

  private static Frame hinted(ByteBuffer in) throws Malformed {
    List<RecordKey> keys = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      keys.add(new RecordKey(RecordKind.valueOf(text(in)), text(in)));
    }
    return new Frame.Hinted(keys);
  }

  private static Frame announced(ByteBuffer in) throws Malformed {
    Set<String> queues = new LinkedHashSet<>();
    for (int left = count(in); left > 0; left--) {
      queues.add(text(in));
    }
    return new Frame.Announced(queues);
  }

  private static int count(ByteBuffer in) throws Malformed {
    int count = Short.toUnsignedInt(in.getShort());
    if (count > MANY) {
      throw new Malformed("a count of " + count);
    }
    return count;
  }

  private static String text(ByteBuffer in) throws Malformed {
    return new String(bytes(in, Short.toUnsignedInt(in.getShort()), LONGEST_TEXT), UTF_8);
  }

  /** Nothing is made room for that is not there. */
  private static byte[] bytes(ByteBuffer in, int length, int most) throws Malformed {
    if (length < 0 || length > most || length > in.remaining()) {
      throw new Malformed("a length of " + length);
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static UUID uuid(ByteBuffer in) {
    return new UUID(in.getLong(), in.getLong());
  }
}
