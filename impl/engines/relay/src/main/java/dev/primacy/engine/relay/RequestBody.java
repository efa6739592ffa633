package dev.primacy.engine.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Puts a request together. */
final class RequestBody {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  /** Every request begins with who asks. */
  RequestBody(UUID follower, String cluster) {
    out.writeBytes(new byte[] {'P', 'R', 'Y', Frames.VERSION});
    out.writeBytes(
        ByteBuffer.allocate(16)
            .putLong(follower.getMostSignificantBits())
            .putLong(follower.getLeastSignificantBits())
            .array());
    text(cluster);
  }

  RequestBody key(RecordKey key) {
    out.write(code(key.kind()));
    return text(key.name());
  }

  private static char code(RecordKind kind) {
    return switch (kind) {
      case NODE -> 'N';
      case GROUP -> 'G';
      case SCHEDULE -> 'S';
    };
  }

  RequestBody version(RecordVersion version) {
    return text(version.value());
  }

  RequestBody value(byte[] value) {
    number(value.length);
    out.writeBytes(value);
    return this;
  }

  RequestBody number(int number) {
    out.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
    return this;
  }

  private RequestBody text(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    out.write(bytes.length >>> 8);
    out.write(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
