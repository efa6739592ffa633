package dev.primacy.core.elector;

import dev.primacy.core.elector.Action.Problem;
import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.spi.RecordKey;
import java.util.HashSet;
import java.util.Set;

/** Tells an operator, once each, what is wrong with other nodes' records. */
final class PeerComplaints {

  /** Two renewals seen: then it is not just the record of this node's own predecessor. */
  private static final int CERTAINLY_LIVE = 2;

  private final NodeSettings node;
  private final Exchange exchange;
  private final Set<String> told = new HashSet<>();

  PeerComplaints(NodeSettings node, Exchange exchange) {
    this.node = node;
    this.exchange = exchange;
  }

  void about(Peer peer) {
    NodeRecord record = peer.record;
    if (record == null || !peer.isAlive()) {
      return;
    }
    if (record.name().equals(node.self().name()) && peer.renewals >= CERTAINLY_LIVE) {
      once(Problem.NAME_TAKEN, record.name(), "also used by incarnation " + peer.incarnation);
    }
    if (record.lease().compareTo(node.timing().longestLease()) > 0) {
      once(
          Problem.LEASE_TOO_LONG,
          record.name(),
          "lease " + record.lease() + ", longest accepted here " + node.timing().longestLease());
    }
  }

  void leaseRefused(NodeRecord by) {
    once(
        Problem.LEASE_TOO_LONG,
        node.self().name(),
        "lease "
            + node.timing().lease()
            + ", longest accepted by "
            + by.name()
            + " "
            + by.longestLease());
  }

  void unreadable(RecordKey key, RecordFormatException why) {
    once(Problem.RECORD_UNREADABLE, "node/" + key.name(), String.valueOf(why.getMessage()));
  }

  private void once(Problem problem, String subject, String detail) {
    if (told.add(problem + " " + subject)) {
      exchange.tell(new Action.Complain(problem, subject, detail));
    }
  }
}
