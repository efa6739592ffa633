package dev.primacy.benchmarks.compare.node;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElector;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * fabric8: the leader elector on a Lease, with the proportions that its users take over from Go: 15
 * s of lease, 10 s to renew in, a try every 2 s. Its flag is what the callbacks set.
 */
final class Fabric8Contender implements Contender {
  private static final String NAMESPACE = "apps";

  private final KubernetesClient client;
  private final LeaderElector elector;
  private final Application application;
  private volatile boolean leads;
  private volatile boolean settled;
  private @Nullable CompletableFuture<?> running;

  Fabric8Contender(Place place, Application application) {
    this.application = application;
    client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder()
                    .withMasterUrl(place.value(Place.ADDRESS))
                    .withNamespace(NAMESPACE)
                    .build())
            .build();
    elector = client.leaderElector().withConfig(election(place)).build();
  }

  private LeaderElectionConfig election(Place place) {
    return new LeaderElectionConfigBuilder()
        .withName(place.value(Place.CLUSTER))
        .withLock(new LeaseLock(NAMESPACE, place.value(Place.CLUSTER), identity(place)))
        .withLeaseDuration(place.lease())
        .withRenewDeadline(place.lease().multipliedBy(2).dividedBy(3))
        .withRetryPeriod(place.lease().multipliedBy(2).dividedBy(15))
        .withReleaseOnCancel(true)
        .withLeaderCallbacks(
            new LeaderCallbacks(this::began, this::ended, leader -> settled = true))
        .build();
  }

  /** Another one for each start, as the name of a pod is. */
  private static String identity(Place place) {
    return place.value(Place.NODE) + '-' + ProcessHandle.current().pid();
  }

  private void began() {
    leads = true;
    application.granted();
  }

  private void ended() {
    leads = false;
    application.revoked();
  }

  @Override
  public void start() {
    running = elector.start();
  }

  @Override
  public boolean leads() {
    return leads;
  }

  @Override
  public boolean isSettled() {
    return leads || settled;
  }

  @Override
  public void stop() throws InterruptedException {
    if (running != null) {
      running.cancel(true);
      Grace.give();
    }
    client.close();
  }
}
