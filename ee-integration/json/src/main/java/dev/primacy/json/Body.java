package dev.primacy.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Bytes that are written, until there are too many. For one thread. */
final class Body extends OutputStream {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean full;

  @Override
  public void write(int next) throws IOException {
    write(new byte[] {(byte) next}, 0, 1);
  }

  @Override
  public void write(byte[] next, int from, int count) throws IOException {
    if (full || bytes.size() + count > Limits.BYTES) {
      full = true;
      throw new IOException("more than " + Limits.BYTES + " bytes");
    }
    bytes.write(next, from, count);
  }

  boolean isFull() {
    return full;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
