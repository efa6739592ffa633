package dev.primacy.engine.zookeeper;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.zookeeper.client.HostProvider;

/**
 * The order in which a node of an embedded ensemble tries the servers: its own first, then the
 * others, always anew. So the loss of another node's server concerns nobody else's connection,
 * unless it led; and a node whose own server is away goes on through the others.
 *
 * <p>Called by the client's send thread only.
 */
final class Servers implements HostProvider {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final List<Address> order;
  private int next;

  Servers(Target.Embedded ensemble) {
    order = new ArrayList<>(ensemble.voters());
    if (order.remove(ensemble.self())) {
      order.add(0, new Address(ensemble.bind(), ensemble.self().port()));
    } else {
      // A node without a server starts where its port says, so that such nodes spread.
      Collections.rotate(order, ensemble.self().port());
    }
  }

  @Override
  public int size() {
    return order.size();
  }

  @Override
  public InetSocketAddress next(long spinDelay) {
    if (next == order.size()) {
      next = 0;
      if (spinDelay > 0) {
        // The client itself waits up to a second between two attempts: more would delay recovery.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    return order.get(next++).client();
  }

  @Override
  public void onConnected() {
    next = 0;
  }

  @Override
  public boolean updateServerList(
      Collection<InetSocketAddress> addresses, InetSocketAddress current) {
    throw new UnsupportedOperationException("the voters are fixed");
  }

  @Override
  public String toString() {
    return order.toString();
  }
}
