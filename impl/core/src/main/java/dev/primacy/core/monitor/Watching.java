package dev.primacy.core.monitor;

import dev.primacy.core.gate.Clocks;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a monitor's thread does, turn by turn: waits for what is seen, works it in, and looks at the
 * store itself when that is due.
 */
final class Watching {
  private final MonitorCycle<?> cycle;
  private final MonitorInbox inbox;
  private final MonitorSource source;
  private final Clocks clocks;
  private final Patience patience;

  Watching(
      MonitorCycle<?> cycle,
      MonitorInbox inbox,
      MonitorSource source,
      Clocks clocks,
      Patience patience) {
    this.cycle = cycle;
    this.inbox = inbox;
    this.source = source;
    this.clocks = clocks;
    this.patience = patience;
  }

  /** Waits no longer than until something is due, and does it. */
  void turn() {
    Seen seen = inbox.take(patience.waitNanos(clocks.nanos()));
    if (seen.lookAnew()) {
      patience.lookAnew();
    }
    patience.answered(source.lastAnswer());
    if (patience.isLookDue(clocks.nanos())) {
      look(seen);
    } else {
      workIn(seen);
    }
    long now = clocks.nanos();
    if (cycle.telling().tookPlace()) {
      patience.told(now);
    }
    if (patience.isOver(now)) {
      cycle.silentForGood();
    }
  }

  private void workIn(Seen seen) {
    cycle.batch(seen.nodes().values());
    StoredRecord group = seen.group();
    if (group != null) {
      cycle.group(group);
    }
  }

  // ---- looking

  private void look(Seen before) {
    try {
      List<StoredRecord> all = source.list();
      patience.looked(clocks.nanos());
      workIn(merged(all, before, inbox.takeAll()), all);
    } catch (StoreException silent) {
      workIn(before);
      if (patience.unanswered(clocks.nanos())) {
        cycle.silent(silent);
      }
    } catch (InterruptedException stop) {
      // asked for by stop(), and noticed by the loop; else as no answer
      Thread.currentThread().interrupt();
      workIn(before);
      patience.unanswered(clocks.nanos());
    }
  }

  private void workIn(Seen seen, List<StoredRecord> all) {
    workIn(seen);
    boolean there = all.stream().anyMatch(record -> record.key().equals(cycle.groupKey()));
    if (!there) {
      cycle.groupAbsent();
    }
    if (seen.lookAnew()) {
      patience.lookAnew();
    }
  }

  /** What was listed, but for what was seen meanwhile; who is not listed is gone. */
  private Seen merged(List<StoredRecord> all, Seen before, Seen meanwhile) {
    Map<UUID, NodeSighting> nodes = new LinkedHashMap<>();
    cycle.nodes().forEach(node -> nodes.put(node, NodeSighting.gone(node)));
    before.nodes().forEach((node, seen) -> nodes.put(node, NodeSighting.gone(node)));
    StoredRecord group = null;
    for (StoredRecord record : all) {
      NodeSighting.of(record).ifPresent(seen -> nodes.put(seen.incarnation(), seen));
      if (record.key().equals(cycle.groupKey())) {
        group = record;
      }
    }
    nodes.putAll(meanwhile.nodes());
    StoredRecord later = meanwhile.group();
    return new Seen(nodes, later == null ? group : later, meanwhile.lookAnew());
  }
}
