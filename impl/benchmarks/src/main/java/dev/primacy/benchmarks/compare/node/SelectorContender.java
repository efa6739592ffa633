package dev.primacy.benchmarks.compare.node;

import java.util.concurrent.CountDownLatch;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.leader.LeaderSelector;
import org.apache.curator.framework.recipes.leader.LeaderSelectorListenerAdapter;

/**
 * Curator: the leader selector with the listener it recommends, which ends the leadership whenever
 * the connection is in doubt. It leads until its method returns, so that method ends the work.
 */
final class SelectorContender extends LeaderSelectorListenerAdapter implements Contender {
  private final CuratorFramework client;
  private final LeaderSelector selector;
  private final String node;
  private final Application application;

  SelectorContender(Place place, Application application) {
    this.application = application;
    client = Sessions.client(place);
    node = place.value(Place.NODE);
    selector = new LeaderSelector(client, "/selector/" + place.value(Place.CLUSTER), this);
    selector.setId(node);
    selector.autoRequeue();
  }

  @Override
  public void takeLeadership(CuratorFramework ignored) throws InterruptedException {
    try {
      application.granted();
      new CountDownLatch(1).await();
    } finally {
      application.revoked();
    }
  }

  @Override
  public void start() {
    client.start();
    selector.start();
  }

  @Override
  public boolean leads() {
    return selector.hasLeadership();
  }

  @Override
  public boolean isSettled() {
    return leads() || isQueued();
  }

  private boolean isQueued() {
    try {
      return selector.getParticipants().stream().anyMatch(one -> one.getId().equals(node));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception notYet) {
      // asked again
      return false;
    }
    return false;
  }

  @Override
  public void stop() {
    selector.interruptLeadership();
    application.finish();
    selector.close();
    client.close();
  }
}
