package dev.primacy.benchmarks.compare.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Every operation of one process, in a file that is mapped into memory: it is complete also if the
 * process was killed, and to add one takes no system call.
 */
public final class OperationLog {
  private static final int BYTES = 4 * Long.BYTES;
  private static final int MOST = 500_000; // at one a millisecond, longer than any run

  private final ByteBuffer entries; // guarded by itself

  private OperationLog(ByteBuffer entries) {
    this.entries = entries;
  }

  static OperationLog open(Path directory, String node) throws IOException {
    Path file = directory.resolve(node + '-' + ProcessHandle.current().pid());
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      return new OperationLog(
          channel
              .map(FileChannel.MapMode.READ_WRITE, 0, (long) MOST * BYTES)
              .order(ByteOrder.nativeOrder()));
    }
  }

  void add(Operation operation) {
    synchronized (entries) {
      entries
          .putLong(operation.asked())
          .putLong(operation.admitted())
          .putLong(operation.ended())
          .putLong(operation.tenure());
    }
  }

  /** All operations of a process, of one that has ended. */
  public static List<Operation> read(Path file) throws IOException {
    ByteBuffer entries = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
    List<Operation> all = new ArrayList<>();
    while (entries.remaining() >= BYTES) {
      Operation next =
          new Operation(entries.getLong(), entries.getLong(), entries.getLong(), entries.getLong());
      if (next.asked() == 0) {
        break;
      }
      all.add(next);
    }
    return all;
  }
}
