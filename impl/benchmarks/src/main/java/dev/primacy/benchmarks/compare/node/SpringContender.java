package dev.primacy.benchmarks.compare.node;

import javax.sql.DataSource;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.integration.leader.Context;
import org.springframework.integration.leader.DefaultCandidate;
import org.springframework.integration.leader.event.LeaderEventPublisher;
import org.springframework.integration.support.leader.LockRegistryLeaderInitiator;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Spring Integration: the leader initiator over the lock registry of a database. The lock lives as
 * long as the lease; all else is as it comes.
 */
final class SpringContender implements Contender {
  private static final String ROLE = "ledger";

  private final LockRegistryLeaderInitiator initiator;
  private volatile boolean asked;

  SpringContender(Place place, Application application, RequestCount count) throws Exception {
    DataSource source = new CountedSource(place.value(Place.ADDRESS), count).kept();
    DefaultLockRepository repository = new DefaultLockRepository(source);
    repository.setRegion(place.value(Place.CLUSTER));
    repository.setTimeToLive((int) place.lease().toMillis());
    repository.setTransactionManager(new DataSourceTransactionManager(source));
    repository.setCheckDatabaseOnStart(false);
    repository.afterPropertiesSet();
    repository.afterSingletonsInstantiated();
    initiator =
        new LockRegistryLeaderInitiator(
            new JdbcLockRegistry(repository), new DefaultCandidate(place.value(Place.NODE), ROLE));
    initiator.setLeaderEventPublisher(new Told(application));
    initiator.setPublishFailedEvents(true);
  }

  @Override
  public void start() {
    initiator.start();
  }

  @Override
  public boolean leads() {
    return initiator.getContext().isLeader();
  }

  @Override
  public boolean isSettled() {
    return leads() || asked;
  }

  @Override
  public void stop() throws InterruptedException {
    initiator.destroy();
    Grace.give();
  }

  private final class Told implements LeaderEventPublisher {
    private final Application application;

    Told(Application application) {
      this.application = application;
    }

    @Override
    public void publishOnGranted(Object source, Context context, String role) {
      application.granted();
    }

    @Override
    public void publishOnRevoked(Object source, Context context, String role) {
      application.revoked();
    }

    @Override
    public void publishOnFailedToAcquire(Object source, Context context, String role) {
      asked = true;
    }
  }
}
