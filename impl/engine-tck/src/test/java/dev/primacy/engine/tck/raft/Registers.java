package dev.primacy.engine.tck.raft;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jgroups.raft.StateMachine;

/** Compare-and-set registers as a state machine: one counter gives all versions. */
final class Registers implements StateMachine {
  static final long CONFLICT = -1;
  static final long ABSENT = 0;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Register(long version, byte[] value) {}

  private final Map<String, Register> registers = new TreeMap<>();
  private long counter;

  /** A command: write the value, or remove the register if there is none, over a version. */
  static byte[] command(String name, long expected, Optional<byte[]> value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(name);
      out.writeLong(expected);
      out.writeBoolean(value.isPresent());
      if (value.isPresent()) {
        out.writeInt(value.get().length);
        out.write(value.get());
      }
    }
    return bytes.toByteArray();
  }

  static long result(byte[] reply) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(reply))) {
      return in.readLong();
    }
  }

  @Override
  public byte[] apply(byte[] data, int offset, int length, boolean serialize) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(data, offset, length))) {
      String name = in.readUTF();
      long expected = in.readLong();
      Optional<byte[]> value =
          in.readBoolean() ? Optional.of(in.readNBytes(in.readInt())) : Optional.empty();
      ByteArrayOutputStream reply = new ByteArrayOutputStream();
      new DataOutputStream(reply).writeLong(change(name, expected, value));
      return reply.toByteArray();
    }
  }

  private synchronized long change(String name, long expected, Optional<byte[]> value) {
    Register found = registers.get(name);
    if ((found == null ? ABSENT : found.version()) != expected) {
      return CONFLICT;
    }
    if (value.isEmpty()) {
      registers.remove(name);
      return ABSENT;
    }
    registers.put(name, new Register(++counter, value.get()));
    return counter;
  }

  synchronized Optional<StoredRecord> read(String name, RecordKey key) {
    return Optional.ofNullable(registers.get(name)).map(found -> record(key, found));
  }

  private static StoredRecord record(RecordKey key, Register found) {
    RecordVersion version = new RecordVersion(Long.toString(found.version()));
    return new StoredRecord(key, version, found.value().clone());
  }

  synchronized List<StoredRecord> list(String cluster) {
    return registers.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(cluster + "/"))
        .map(entry -> record(key(entry.getKey()), entry.getValue()))
        .filter(record -> record.key().kind() != RecordKind.SCHEDULE)
        .toList();
  }

  private static RecordKey key(String name) {
    String[] parts = name.split("/");
    return new RecordKey(RecordKind.valueOf(parts[1]), parts[2]);
  }

  @Override
  public synchronized void readContentFrom(DataInput in) throws IOException {
    registers.clear();
    counter = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      long version = in.readLong();
      byte[] value = new byte[in.readInt()];
      in.readFully(value);
      registers.put(name, new Register(version, value));
    }
  }

  @Override
  public synchronized void writeContentTo(DataOutput out) throws IOException {
    out.writeLong(counter);
    out.writeInt(registers.size());
    for (Map.Entry<String, Register> entry : registers.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeLong(entry.getValue().version());
      out.writeInt(entry.getValue().value().length);
      out.write(entry.getValue().value());
    }
  }
}
