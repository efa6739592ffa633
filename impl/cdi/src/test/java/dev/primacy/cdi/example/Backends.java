package dev.primacy.cdi.example;

import dev.primacy.ClusterNode;
import dev.primacy.NodeAttribute;
import dev.primacy.NodeLifecycle;
import dev.primacy.watch.NodeView;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The nodes that serve a zone; of their changes only those that move them. */
@ApplicationScoped
public class Backends implements NodeView {
  static final NodeAttribute<InetAddress> ADDRESS = NodeAttribute.ofAddress("address");
  static final NodeAttribute<Integer> PORT = NodeAttribute.ofInt("port");
  static final NodeAttribute<String> ZONE = NodeAttribute.ofString("zone");

  @Override
  public boolean filter(ClusterNode node) {
    return node.lifecycle() == NodeLifecycle.UP
        && node.get(ADDRESS).isPresent()
        && node.get(PORT).isPresent()
        && node.get(ZONE).isPresent();
  }

  @Override
  public boolean same(ClusterNode known, ClusterNode now) {
    return zone(known).equals(zone(now)) && address(known).equals(address(now));
  }

  static String zone(ClusterNode node) {
    return node.get(ZONE).orElseThrow();
  }

  static InetSocketAddress address(ClusterNode node) {
    return new InetSocketAddress(node.get(ADDRESS).orElseThrow(), node.get(PORT).orElseThrow());
  }
}
