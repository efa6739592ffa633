package dev.primacy.engine.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes an answer apart while it arrives: the engine's page describes every byte. */
final class Frames {
  static final int VERSION = 1;

  /** A record and what goes with it. */
  static final int LARGEST = RecordStore.MAX_VALUE_BYTES + 2_048;

  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_VERSION = 1_024;
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  /** Gets each frame; the payload is its own. */
  @FunctionalInterface
  interface Sink {
    void frame(char type, ByteBuffer payload) throws Malformed;
  }

  private final long most;
  private final Sink sink;
  private final ByteBuffer preamble = ByteBuffer.allocate(4);
  private final ByteBuffer head = ByteBuffer.allocate(5);
  private @Nullable ByteBuffer payload;
  private long taken;

  /**
   * Makes one for one answer.
   *
   * @param most how many bytes it may have
   */
  Frames(long most, Sink sink) {
    this.most = most;
    this.sink = sink;
  }

  void feed(ByteBuffer in) throws Malformed {
    taken += in.remaining();
    if (taken > most) {
      throw new Malformed("it has more than " + most + " bytes");
    }
    while (in.hasRemaining()) {
      if (preamble.hasRemaining()) {
        fill(preamble, in);
        checkPreamble();
      } else if (payload == null) {
        fill(head, in);
        begin();
      } else {
        fill(payload, in);
      }
      finish();
    }
  }

  private static void fill(ByteBuffer to, ByteBuffer from) {
    int count = Math.min(to.remaining(), from.remaining());
    to.put(from.slice(from.position(), count));
    from.position(from.position() + count);
  }

  private void checkPreamble() throws Malformed {
    if (preamble.hasRemaining()) {
      return;
    }
    if (preamble.get(0) != 'P' || preamble.get(1) != 'R' || preamble.get(2) != 'Y') {
      throw new Malformed("it starts differently");
    }
    int version = preamble.get(3) & 0xFF;
    if (version != VERSION) {
      throw new Malformed("another version", version);
    }
  }

  private void begin() throws Malformed {
    if (head.hasRemaining()) {
      return;
    }
    int length = head.getInt(1);
    if (length < 0 || length > LARGEST) {
      throw new Malformed("a part of it is said to have " + (length & 0xFFFFFFFFL) + " bytes");
    }
    payload = ByteBuffer.allocate(length);
  }

  private void finish() throws Malformed {
    ByteBuffer full = payload;
    if (full != null && !full.hasRemaining()) {
      payload = null;
      head.clear();
      sink.frame((char) (head.get(0) & 0xFF), full.flip());
    }
  }

  // ---- what is in a frame

  static StoredRecord record(ByteBuffer in) throws Malformed {
    RecordKey key = key(in);
    RecordVersion version = version(in);
    if (version.equals(RecordVersion.ABSENT)) {
      throw new Malformed("a record has no version");
    }
    if (in.remaining() > RecordStore.MAX_VALUE_BYTES) {
      throw new Malformed("a record is too large");
    }
    byte[] value = new byte[in.remaining()];
    in.get(value);
    return new StoredRecord(key, version, value);
  }

  static RecordKey key(ByteBuffer in) throws Malformed {
    check(in.hasRemaining(), "a record has no kind");
    RecordKind kind =
        switch (in.get()) {
          case 'N' -> RecordKind.NODE;
          case 'G' -> RecordKind.GROUP;
          case 'S' -> RecordKind.SCHEDULE;
          default -> throw new Malformed("a kind of record is unknown");
        };
    String name = text(in, LONGEST_NAME);
    check(NAME.matcher(name).matches(), "a record has no name");
    return new RecordKey(kind, name);
  }

  static RecordVersion version(ByteBuffer in) throws Malformed {
    return new RecordVersion(text(in, LONGEST_VERSION));
  }

  private static String text(ByteBuffer in, int longest) throws Malformed {
    check(in.remaining() >= 2, "a text is cut off");
    int length = in.getShort() & 0xFFFF;
    check(length <= longest && length <= in.remaining(), "a text is too long");
    ByteBuffer bytes = in.slice(in.position(), length);
    in.position(in.position() + length);
    return utf8(bytes);
  }

  private static String utf8(ByteBuffer bytes) throws Malformed {
    try {
      return UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException notText) {
      throw new Malformed("a text is not UTF-8");
    }
  }

  /** For people: short, and without characters that a log could trip over. */
  static String reason(ByteBuffer in) {
    byte[] bytes = new byte[Math.min(in.remaining(), 512)];
    in.get(bytes);
    return shown(new String(bytes, UTF_8));
  }

  static String shown(String text) {
    String cut = text.length() > 512 ? text.substring(0, 512) : text;
    return cut.replaceAll("[^\\x20-\\x7E]", "?");
  }

  static void check(boolean holds, String complaint) throws Malformed {
    if (!holds) {
      throw new Malformed(complaint);
    }
  }
}
