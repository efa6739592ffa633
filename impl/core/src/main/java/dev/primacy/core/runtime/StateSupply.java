package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;

/** The states of nodes, as a cursor shows them. */
record StateSupply(Mailbox mailbox) implements NodeSupply<ClusterNode> {
  @Override
  public ClusterNode next() throws InterruptedException {
    return mailbox.next();
  }
}
