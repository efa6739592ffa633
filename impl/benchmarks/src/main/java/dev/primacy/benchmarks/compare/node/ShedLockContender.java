package dev.primacy.benchmarks.compare.node;

import dev.primacy.benchmarks.compare.Pause;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * ShedLock: a task without end whose lock is kept for the lease at most and extended every third of
 * it, by the clock of the database as its manual recommends. It leads from when it got the lock
 * until an extension fails.
 */
final class ShedLockContender implements Contender {
  private static final String TASK = "ledger";

  private final LockProvider provider;
  private final String name;
  private final Duration lease;
  private final Application application;
  private final Thread task = new Thread(this::attempts, "task");
  private volatile boolean leads;
  private volatile boolean settled;

  ShedLockContender(Place place, Application application, RequestCount count) throws SQLException {
    this.application = application;
    name = TASK + '-' + place.value(Place.CLUSTER);
    lease = place.lease();
    provider =
        new JdbcTemplateLockProvider(
            JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(
                    new JdbcTemplate(new CountedSource(place.value(Place.ADDRESS), count).kept()))
                .withLockedByValue(place.value(Place.NODE))
                .usingDbTime()
                .build());
    task.setDaemon(true);
  }

  private void attempts() {
    try {
      while (true) {
        attempt();
        Pause.of(lease.dividedBy(10));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt() throws InterruptedException {
    try {
      Optional<SimpleLock> lock =
          provider.lock(new LockConfiguration(Instant.now(), name, lease, Duration.ZERO));
      settled = true;
      if (lock.isPresent()) {
        lead(lock.get());
      }
    } catch (RuntimeException unreachable) {
      unreachable.printStackTrace(System.err);
    }
  }

  private void lead(SimpleLock lock) throws InterruptedException {
    SimpleLock held = lock;
    leads = true;
    try {
      application.granted();
      Optional<SimpleLock> extended = Optional.of(held);
      while (extended.isPresent()) {
        held = extended.get();
        Pause.of(lease.dividedBy(3));
        extended = held.extend(lease, Duration.ZERO);
      }
    } catch (InterruptedException e) {
      leads = false;
      application.revoked();
      held.unlock();
      throw e;
    } finally {
      leads = false;
    }
  }

  @Override
  public void start() {
    task.start();
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
    task.interrupt();
    task.join(lease.toMillis());
  }
}
