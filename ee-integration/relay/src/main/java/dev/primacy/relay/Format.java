package dev.primacy.relay;

import static dev.primacy.relay.RelayMessages.LOG;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what followers send; the page of the relay engine describes every byte. */
final class Format {
  static final String TYPE = "application/vnd.primacy.relay";
  static final int VERSION = 1;

  /** A record, and what else goes with it. */
  static final int LARGEST_REQUEST = RecordStore.MAX_VALUE_BYTES + 4_096;

  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_VERSION = 1_024;
  private static final int BAD = 400;
  private static final int TOO_LARGE = 413;
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  private final DataInputStream in;

  private Format(byte[] body) {
    in = new DataInputStream(new ByteArrayInputStream(body));
  }

  /**
   * Reads a request.
   *
   * @param operation the last part of its path
   */
  static Question read(String operation, InputStream body) throws Refused, IOException {
    byte[] bytes = body.readNBytes(LARGEST_REQUEST + 1);
    if (bytes.length > LARGEST_REQUEST) {
      throw new Refused(TOO_LARGE, LOG.tooLarge(LARGEST_REQUEST));
    }
    try {
      return new Format(bytes).question(operation);
    } catch (EOFException cutOff) {
      throw malformed("it is cut off");
    }
  }

  private Question question(String operation) throws Refused, IOException {
    preamble();
    UUID follower = new UUID(in.readLong(), in.readLong());
    String cluster = text(LONGEST_NAME);
    Question.Asked asked =
        switch (operation) {
          case "read" -> new Question.Read(key());
          case "list" -> new Question.ListAll();
          case "put" -> put(false);
          case "renew" -> put(true);
          case "remove" -> new Question.Remove(key(), version());
          case "watch" -> new Question.Watch(Duration.ofMillis(Math.max(0, in.readInt())));
          default -> throw malformed("there is no such operation");
        };
    if (in.available() > 0) {
      throw malformed("something follows it");
    }
    return new Question(follower, cluster, asked);
  }

  private void preamble() throws Refused, IOException {
    if (in.readByte() != 'P' || in.readByte() != 'R' || in.readByte() != 'Y') {
      throw malformed("it starts differently");
    }
    int version = in.readUnsignedByte();
    if (version != VERSION) {
      throw new Refused(BAD, LOG.otherVersion(version, VERSION));
    }
  }

  private Question.Put put(boolean listing) throws Refused, IOException {
    RecordKey key = key();
    RecordVersion expected = version();
    int length = in.readInt();
    if (length < 0 || length > RecordStore.MAX_VALUE_BYTES) {
      throw new Refused(TOO_LARGE, LOG.tooLarge(RecordStore.MAX_VALUE_BYTES));
    }
    byte[] value = in.readNBytes(length);
    if (value.length < length) {
      throw malformed("it is cut off");
    }
    return new Question.Put(key, expected, value, listing);
  }

  private RecordKey key() throws Refused, IOException {
    char code = (char) in.readUnsignedByte();
    RecordKind kind =
        switch (code) {
          case 'N' -> RecordKind.NODE;
          case 'G' -> RecordKind.GROUP;
          case 'S' -> RecordKind.SCHEDULE;
          default -> throw malformed("a kind of record is unknown");
        };
    String name = text(LONGEST_NAME);
    if (!NAME.matcher(name).matches()) {
      throw malformed("a record has no name");
    }
    return new RecordKey(kind, name);
  }

  private RecordVersion version() throws Refused, IOException {
    return new RecordVersion(text(LONGEST_VERSION));
  }

  private String text(int longest) throws Refused, IOException {
    int length = in.readUnsignedShort();
    if (length > longest) {
      throw malformed("a text is too long");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw malformed("it is cut off");
    }
    return new String(bytes, UTF_8);
  }

  private static Refused malformed(String why) {
    return new Refused(BAD, LOG.malformed(why));
  }

  static char code(RecordKind kind) {
    return switch (kind) {
      case NODE -> 'N';
      case GROUP -> 'G';
      case SCHEDULE -> 'S';
    };
  }

  /** For people: short, and without characters that a log or a header could trip over. */
  static String shown(String text) {
    String cut = text.length() > 200 ? text.substring(0, 200) : text;
    return cut.replaceAll("[^\\x20-\\x7E]", "?");
  }
}
