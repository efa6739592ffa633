package dev.primacy.core.runtime;

import dev.primacy.watch.NodeHealth;
import java.util.List;
import java.util.function.Supplier;

/** Has the lease thread do what is asked on any thread. */
record PostedSource(Steps lease, NodeFanOut nodes, Supplier<List<NodeHealth>> sightings)
    implements NodeSource {
  @Override
  public void add(Mailbox mailbox, long life) {
    lease.post(() -> nodes.add(mailbox, life));
  }

  @Override
  public List<NodeHealth> health() {
    return sightings.get();
  }

  @Override
  public void remove(Mailbox mailbox) {
    lease.post(() -> nodes.remove(mailbox));
  }
}
