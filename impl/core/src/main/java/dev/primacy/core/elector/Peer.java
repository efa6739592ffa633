package dev.primacy.core.elector;

import dev.primacy.ClusterNode;
import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of another node's record, and since when. */
final class Peer {

  final UUID incarnation;
  final RecordKey key;

  /** Null while nothing was read, or while the record is missing or unreadable. */
  @Nullable NodeRecord record;

  /** Null before the first reading. */
  @Nullable RecordVersion version;

  /** On the monotonic clock, when this version was first seen (R2). */
  long firstSeen;

  /** The request that last told something about it. */
  long asOf;

  /** How it was last announced; null if it was not, or is gone. */
  @Nullable ClusterNode announced;

  /** What Primacy said there with it. */
  Map<String, String> announcedInternal = Map.of();

  long expelUnderWay;

  /** On the monotonic clock; a failed attempt is not repeated before. */
  long expelNotBefore;

  int renewals;

  /** Whether it was told that its record cannot be read. */
  boolean unreadable;

  Peer(UUID incarnation) {
    this.incarnation = incarnation;
    key = new RecordKey(RecordKind.NODE, incarnation.toString());
  }

  boolean isMissing() {
    return RecordVersion.ABSENT.equals(version);
  }

  boolean isAlive() {
    NodeRecord known = record;
    return known != null && known.state() == NodeState.ALIVE;
  }

  boolean isTombstone() {
    NodeRecord known = record;
    return known != null && known.state() != NodeState.ALIVE;
  }

  boolean mayLead(String group) {
    NodeRecord known = record;
    return known != null && known.mayLead(group);
  }

  /** Takes a version over; its time starts now. */
  void see(@Nullable StoredRecord found, long since) throws RecordFormatException {
    boolean renewed = isAlive();
    version = found == null ? RecordVersion.ABSENT : found.version();
    firstSeen = since;
    expelNotBefore = since;
    record = null;
    if (found != null) {
      record = RecordCodec.decodeNode(found.value());
      unreadable = false;
      renewals += renewed && isAlive() ? 1 : 0;
    }
  }
}
