package dev.primacy.relay;

import static dev.primacy.relay.RelayMessages.LOG;

import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.core.runtime.RelaySource;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.Optional;
import java.util.UUID;

/**
 * A follower writes the record of its own node, and that record is passive: so that whoever has the
 * token, and whatever it sends, can neither take a group nor end another node.
 */
final class OwnRecordRule implements WriteRule {
  private static final int FORBIDDEN = 403;

  private final RelaySource source;
  private final Followers followers;

  OwnRecordRule(RelaySource source, Followers followers) {
    this.source = source;
    this.followers = followers;
  }

  @Override
  public void check(UUID follower, Question.Asked write)
      throws Refused, StoreException, InterruptedException {
    if (!(write instanceof Question.Put put) || !isNode(put.key())) {
      throw forbidden(LOG.notOwn("another record"));
    }
    NodeRecord next = decoded(put.value());
    check(next, put.expected().equals(RecordVersion.ABSENT));
    if (!followers.owns(follower, put.key())) {
      adopt(follower, put, next);
    }
  }

  private static boolean isNode(RecordKey key) {
    try {
      return key.kind() == RecordKind.NODE
          && UUID.fromString(key.name()).toString().equals(key.name());
    } catch (IllegalArgumentException foreign) {
      return false;
    }
  }

  private static NodeRecord decoded(byte[] value) throws Refused {
    try {
      return RecordCodec.decodeNode(value);
    } catch (RecordFormatException foreign) {
      throw forbidden(LOG.notOwn("what is no node record"));
    }
  }

  private void check(NodeRecord next, boolean created) throws Refused {
    boolean alive = next.state() == NodeState.ALIVE;
    if (!next.passive() || !(alive || (next.state() == NodeState.LEFT && !created))) {
      throw forbidden(LOG.notPassive());
    }
    if (next.longestLease().compareTo(source.lease()) < 0) {
      throw forbidden(LOG.leaseRefused(next.longestLease().toMillis(), source.lease().toMillis()));
    }
  }

  /** One that this relay has not seen yet: of a new node, or of one that followed another relay. */
  private void adopt(UUID follower, Question.Put put, NodeRecord next)
      throws Refused, StoreException, InterruptedException {
    if (!put.expected().equals(RecordVersion.ABSENT)) {
      Optional<StoredRecord> found = source.store().read(put.key());
      if (found.isEmpty()) {
        // the write will conflict
        return;
      }
      NodeRecord before = decoded(found.get().value());
      if (!before.passive() || !before.name().equals(next.name())) {
        throw forbidden(LOG.notOwn("another node's record"));
      }
    }
    if (!followers.own(follower, put.key())) {
      throw forbidden(LOG.notOwn("another follower's record"));
    }
  }

  private static Refused forbidden(String message) {
    return new Refused(FORBIDDEN, message);
  }
}
