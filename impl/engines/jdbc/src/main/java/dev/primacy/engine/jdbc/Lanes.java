package dev.primacy.engine.jdbc;

import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Some lanes to one database, which open and close together. */
final class Lanes {

  private static final long FIRST_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long CLOSE_NANOS = Duration.ofSeconds(2).toNanos();

  private final Alarms alarms;
  private final Health health;
  private final List<Lane> all;
  private final AtomicBoolean closed = new AtomicBoolean();

  Lanes(
      int count,
      Sessions sessions,
      Health health,
      Runnable announcing,
      ThreadFactory threads,
      Duration limit) {
    this.alarms = new Alarms(threads);
    this.health = health;
    Workshop workshop =
        new Workshop(sessions, health, announcing, alarms, threads, limit.toNanos());
    this.all = Stream.generate(() -> new Lane(workshop)).limit(count).toList();
  }

  Lane lane(int number) {
    return all.get(number);
  }

  /**
   * The first connection tells what people have to know at deployment; it also makes the tables.
   */
  void start() throws StoreException, InterruptedException {
    all.get(0).start();
    Optional<StoreException> problem = health.firstProblem(FIRST_NANOS);
    if (problem.isPresent()) {
      throw problem.get();
    }
    all.forEach(Lane::open);
  }

  boolean announces() {
    return health.announces();
  }

  StoreStatus status() {
    return health.status();
  }

  boolean isClosed() {
    return closed.get();
  }

  void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    all.forEach(Lane::shut);
    try {
      long left = CLOSE_NANOS;
      for (Lane lane : all) {
        left = lane.awaitEnd(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      alarms.close();
    }
  }
}
