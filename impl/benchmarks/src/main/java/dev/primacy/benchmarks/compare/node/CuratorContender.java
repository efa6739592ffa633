package dev.primacy.benchmarks.compare.node;

import java.io.IOException;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.recipes.leader.LeaderLatch;
import org.apache.curator.framework.recipes.leader.LeaderLatchListener;
import org.apache.curator.retry.RetryNTimes;

/** Curator: the leader latch. The session lives as long as the lease. */
final class CuratorContender implements Contender {
  private final CuratorFramework client;
  private final LeaderLatch latch;
  private final String node;

  CuratorContender(Place place, Voice voice) {
    int lease = (int) place.lease().toMillis();
    client =
        CuratorFrameworkFactory.newClient(
            place.value(Place.ADDRESS), lease, lease, new RetryNTimes(3, lease / 10));
    node = place.value(Place.NODE);
    latch = new LeaderLatch(client, "/curator/" + place.value(Place.CLUSTER), node);
    latch.addListener(new Told(voice));
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
    private final Voice voice;

    Told(Voice voice) {
      this.voice = voice;
    }

    @Override
    public void isLeader() {
      // seen by asking, as all others are
    }

    @Override
    public void notLeader() {
      voice.say("told");
    }
  }
}
