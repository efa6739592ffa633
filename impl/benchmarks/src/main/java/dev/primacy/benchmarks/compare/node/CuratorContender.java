package dev.primacy.benchmarks.compare.node;

import java.io.IOException;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.leader.LeaderLatch;
import org.apache.curator.framework.recipes.leader.LeaderLatchListener;

/** Curator: the leader latch. The session lives as long as the lease. */
final class CuratorContender implements Contender {
  private final CuratorFramework client;
  private final LeaderLatch latch;
  private final String node;

  CuratorContender(Place place, Application application) {
    client = Sessions.client(place);
    node = place.value(Place.NODE);
    latch = new LeaderLatch(client, "/curator/" + place.value(Place.CLUSTER), node);
    latch.addListener(new Told(application));
  }

  @Override
  public void start() throws Exception {
    client.start();
    latch.start();
  }

  @Override
  public boolean leads() {
    return latch.hasLeadership();
  }

  @Override
  public boolean isSettled() {
    return leads() || latch.getOurPath() != null;
  }

  @Override
  public void stop() throws IOException {
    latch.close(LeaderLatch.CloseMode.NOTIFY_LEADER);
    client.close();
  }

  private static final class Told implements LeaderLatchListener {
    private final Application application;

    Told(Application application) {
      this.application = application;
    }

    @Override
    public void isLeader() {
      application.granted();
    }

    @Override
    public void notLeader() {
      application.revoked();
    }
  }
}
