package dev.primacy.engine.zookeeper;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.function.Consumer;
import org.apache.zookeeper.client.HostProvider;
import org.jspecify.annotations.Nullable;

/**
 * Tells which server the client got through to, as it was configured: its own interface does not.
 *
 * <p>Called by the client's send thread only.
 */
final class Arrivals implements HostProvider {

  private final HostProvider order;
  private final Consumer<String> arrived;
  private @Nullable InetSocketAddress tried;

  Arrivals(HostProvider order, Consumer<String> arrived) {
    this.order = order;
    this.arrived = arrived;
  }

  @Override
  public int size() {
    return order.size();
  }

  @Override
  public InetSocketAddress next(long spinDelay) {
    InetSocketAddress next = order.next(spinDelay);
    tried = next;
    return next;
  }

  @Override
  public void onConnected() {
    order.onConnected();
    InetSocketAddress reached = tried;
    if (reached != null) {
      arrived.accept(Address.bracketed(reached.getHostString()) + ':' + reached.getPort());
    }
  }

  @Override
  public boolean updateServerList(
      Collection<InetSocketAddress> addresses, InetSocketAddress current) {
    return order.updateServerList(addresses, current);
  }
}
