package dev.primacy.benchmarks.compare.node;

import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryNTimes;

/** Curator's clients. The session lives as long as the lease. */
final class Sessions {
  private Sessions() {}

  static CuratorFramework client(Place place) {
    int lease = (int) place.lease().toMillis();
    return CuratorFrameworkFactory.newClient(
        place.value(Place.ADDRESS), lease, lease, new RetryNTimes(3, lease / 10));
  }
}
