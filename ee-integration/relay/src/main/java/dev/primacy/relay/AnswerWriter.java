package dev.primacy.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.StoredRecord;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes an answer, frame by frame: one byte of type, four of length, then what it says. */
final class AnswerWriter {
  private static final int BUFFER = 16 * 1024;
  private static final byte[] NOTHING = {};

  private final DataOutputStream out;

  AnswerWriter(OutputStream to) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(to, BUFFER));
    out.write(new byte[] {'P', 'R', 'Y', Format.VERSION});
  }

  void record(StoredRecord record) throws IOException {
    byte[] head =
        bytes(
            data -> {
              key(data, record.key());
              text(data, record.version().value());
            });
    out.writeByte('R');
    out.writeInt(head.length + record.value().length);
    out.write(head);
    out.write(record.value());
  }

  void outcome(PutOutcome outcome) throws IOException {
    if (outcome instanceof PutOutcome.Stored stored) {
      frame('S', bytes(data -> text(data, stored.version().value())));
    } else if (outcome instanceof PutOutcome.Conflict) {
      frame('C', NOTHING);
    } else if (outcome instanceof PutOutcome.Refused refused) {
      frame('X', reason(refused.cause()));
    } else {
      frame('U', reason(((PutOutcome.Unknown) outcome).cause()));
    }
  }

  private static byte[] reason(Throwable cause) {
    return Format.shown(String.valueOf(cause.getMessage())).getBytes(UTF_8);
  }

  /** The store did not answer, so that what follows is not there. */
  void failed(Throwable cause) throws IOException {
    frame('F', reason(cause));
  }

  void hint(RecordKey key) throws IOException {
    frame('H', bytes(data -> key(data, key)));
  }

  /** Anything may have changed. */
  void anything() throws IOException {
    frame('A', NOTHING);
  }

  void tick() throws IOException {
    frame('T', NOTHING);
  }

  void end() throws IOException {
    frame('E', NOTHING);
    flush();
  }

  void flush() throws IOException {
    out.flush();
  }

  private void frame(char type, byte[] payload) throws IOException {
    out.writeByte(type);
    out.writeInt(payload.length);
    out.write(payload);
  }

  private static void key(DataOutputStream data, RecordKey key) throws IOException {
    data.writeByte(Format.code(key.kind()));
    text(data, key.name());
  }

  private static void text(DataOutputStream data, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    data.writeShort(bytes.length);
    data.write(bytes);
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(DataOutputStream data) throws IOException;
  }

  private static byte[] bytes(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (DataOutputStream data = new DataOutputStream(bytes)) {
      content.writeTo(data);
    } catch (IOException never) {
      throw new UncheckedIOException("into memory", never);
    }
    return bytes.toByteArray();
  }
}
