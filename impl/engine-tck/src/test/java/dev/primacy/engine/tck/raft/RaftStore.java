package dev.primacy.engine.tck.raft;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jgroups.raft.RaftHandle;

/** Writes by the log, reads from the replica it is attached to. */
final class RaftStore implements RecordStore {
  private final RaftReplica replica;
  private final String cluster;
  private final Duration timeout;
  private volatile boolean closed;

  RaftStore(RaftReplica replica, String cluster, Duration timeout) {
    this.replica = replica;
    this.cluster = cluster;
    this.timeout = timeout;
  }

  private String name(RecordKey key) {
    return cluster + "/" + key.kind() + "/" + key.name();
  }

  private Registers registers() throws StoreException {
    return replica
        .registers()
        .filter(unused -> !closed)
        .orElseThrow(() -> new StoreException("not running"));
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException {
    return registers().read(name(key), key);
  }

  @Override
  public List<StoredRecord> list() throws StoreException {
    return registers().list(cluster);
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    return change(key, expected, Optional.of(value));
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    return change(key, expected, Optional.empty());
  }

  private PutOutcome change(RecordKey key, RecordVersion expected, Optional<byte[]> value) {
    Optional<RaftHandle> handle = replica.handle();
    if (handle.isEmpty() || closed) {
      return new PutOutcome.Refused(new StoreException("not running"));
    }
    try {
      String version = expected.value();
      long number = version.isEmpty() ? Registers.ABSENT : Long.parseLong(version);
      byte[] command = Registers.command(name(key), number, value);
      long millis = timeout.toMillis();
      byte[] reply = handle.get().set(command, 0, command.length, millis, TimeUnit.MILLISECONDS);
      return outcome(Registers.result(reply));
    } catch (NumberFormatException foreign) {
      return new PutOutcome.Conflict();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new PutOutcome.Unknown(stop);
    } catch (Exception noReply) {
      return new PutOutcome.Unknown(noReply);
    }
  }

  private static PutOutcome outcome(long result) {
    if (result == Registers.CONFLICT) {
      return new PutOutcome.Conflict();
    }
    return new PutOutcome.Stored(
        result == Registers.ABSENT
            ? RecordVersion.ABSENT
            : new RecordVersion(Long.toString(result)));
  }

  @Override
  public void close() {
    closed = true;
  }
}
