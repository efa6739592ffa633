package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.NodeId;
import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.event.ClusterMonitorError;
import dev.primacy.event.MonitorStopped;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeRecordSeen;
import dev.primacy.spi.StoredRecord;
import dev.primacy.watch.CallbackType;
import dev.primacy.watch.DecodeFailureMode;
import dev.primacy.watch.MonitorEnd;
import dev.primacy.watch.MonitorError;
import dev.primacy.watch.RawRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Records of nodes as they stand in the store, on their way to observers: told before what they
 * lead to, and what follows when nobody here understands one. At most one per node waits.
 */
final class RecordFeed {

  /** What a record that makes no sense leads to. */
  interface Unread {

    /** It is told, and that is all. */
    Unread NONE =
        new Unread() {
          @Override
          public DecodeFailureMode mode() {
            return DecodeFailureMode.SKIP;
          }

          @Override
          public Optional<StoredRecord> again(StoredRecord record) {
            return Optional.of(record);
          }

          @Override
          public void log(String message, RawRecord raw) {}

          @Override
          public void altered(String detail, Runnable then) {
            then.run();
          }
        };

    DecodeFailureMode mode();

    /** The record as it stands in the store now; the one given if the store does not tell. */
    Optional<StoredRecord> again(StoredRecord record) throws InterruptedException;

    void log(String message, RawRecord raw);

    /** Every group taken part in is of another format; then what follows, on any thread. */
    void altered(String detail, Runnable then);
  }

  /**
   * @param after how many changes were waiting to be told when it was seen
   */
  private record Unreadable(StoredRecord record, int after) {}

  private final Lane lane;
  private final Deliveries deliveries;
  private final Supplier<NodeId> self;
  private final Clocks clocks;
  private final Unread unread;

  // left by the lease thread, taken on the lane
  private final Map<UUID, StoredRecord> waiting = new ConcurrentHashMap<>();
  private final Object lock = new Object();

  // guarded by lock
  private final Map<UUID, Unreadable> unreadable = new LinkedHashMap<>();

  // written on the lane
  private volatile boolean over;

  // the lane's
  private long seen;

  RecordFeed(
      Lane lane, Deliveries deliveries, Supplier<NodeId> self, Clocks clocks, Unread unread) {
    this.lane = lane;
    this.deliveries = deliveries;
    this.self = self;
    this.clocks = clocks;
    this.unread = unread;
  }

  // ---- on the lease thread

  /**
   * Before what it leads to; or because it cannot be read.
   *
   * @param after how many changes wait to be told before it
   */
  void seen(StoredRecord record, boolean readable, int after) {
    if (over) {
      return;
    }
    UUID incarnation = UUID.fromString(record.key().name());
    if (!readable) {
      synchronized (lock) {
        unreadable.put(incarnation, new Unreadable(record, after));
      }
    } else if (deliveries.hears(NodeRecordSeen.class)) {
      waiting.put(incarnation, record);
    }
  }

  void gone(UUID incarnation) {
    waiting.remove(incarnation);
  }

  boolean hasUnreadable() {
    synchronized (lock) {
      return !unreadable.isEmpty();
    }
  }

  /** Whether nothing more is told of nodes. */
  boolean isOver() {
    return over;
  }

  // ---- on the lane

  /** Tells the record that leads to what is told next. */
  void tell(UUID incarnation) {
    StoredRecord record = waiting.remove(incarnation);
    if (record != null) {
      tell(raw(record));
    }
  }

  private void tell(RawRecord raw) {
    if (deliveries.hears(NodeRecordSeen.class)) {
      deliveries.deliver(lane, new NodeRecordSeen(self.get(), ++seen, raw, now()));
    }
  }

  private static RawRecord raw(StoredRecord record) {
    return new RawRecord(
        UUID.fromString(record.key().name()), record.version().value(), record.value());
  }

  /** Tells what could not be read and was seen before so many changes. */
  void tellUnreadable(int changes) {
    Optional<Unreadable> next = next(changes);
    while (next.isPresent() && !over) {
      readAgain(next.get().record());
      next = next(changes);
    }
  }

  private Optional<Unreadable> next(int changes) {
    synchronized (lock) {
      Optional<Unreadable> first =
          unreadable.values().stream().findFirst().filter(one -> one.after() <= changes);
      first.ifPresent(one -> unreadable.values().remove(one));
      return first;
    }
  }

  /** Once; one that can be read by now is told when it is seen the next time. */
  private void readAgain(StoredRecord record) {
    try {
      Optional<StoredRecord> again = unread.again(record);
      if (again.isPresent()) {
        decode(again.get());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void decode(StoredRecord record) {
    try {
      RecordCodec.decodeNode(record.value());
    } catch (RecordFormatException still) {
      undecodable(raw(record), still);
    }
  }

  private void undecodable(RawRecord raw, RecordFormatException why) {
    String node = raw.incarnation().toString();
    String message = MESSAGES.undecodableNode(node, String.valueOf(why.getMessage()));
    unread.log(message, raw);
    tell(raw);
    MonitorError error =
        new MonitorError(CallbackType.JOINED_DECODED, message, Optional.of(why), Optional.of(raw));
    deliveries.deliverNumbered(
        lane,
        ClusterMonitorError.class,
        (id, seq, at) -> new ClusterMonitorError(id, seq, NodeJoined.class, error, at));
    if (unread.mode() == DecodeFailureMode.ABORT) {
      over = true;
      unread.altered(message, () -> lane.add(() -> stopped(MonitorEnd.DECODE_FAILURE, message)));
    }
  }

  /** The last event about nodes, unless it was told; then what follows. */
  void stop(Runnable then) {
    if (!over) {
      over = true;
      stopped(MonitorEnd.STOPPED, "");
    }
    then.run();
  }

  private void stopped(MonitorEnd end, String detail) {
    waiting.clear();
    deliveries.deliverNumbered(
        lane, MonitorStopped.class, (id, seq, at) -> new MonitorStopped(id, seq, end, detail, at));
  }

  private Instant now() {
    return Instant.ofEpochMilli(clocks.millis());
  }
}
