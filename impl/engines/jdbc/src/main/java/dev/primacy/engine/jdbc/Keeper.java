package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.SQLException;
import java.util.List;

/** What has to be done from time to time: signs of life, and removing what is old. */
final class Keeper implements Runnable {

  private final Lane lane;
  private final Retention retention;
  private final List<QueueReader> queues;
  private final Bell bell = new Bell();
  private final long intervalNanos;

  Keeper(Lane lane, Retention retention, List<QueueReader> queues, long intervalNanos) {
    this.lane = lane;
    this.retention = retention;
    this.queues = queues;
    this.intervalNanos = intervalNanos;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        bell.await(intervalNanos);
        round();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() throws InterruptedException {
    try {
      for (QueueReader queue : queues) {
        queue.renew();
      }
      while (lane.call(retention::removeSome)) {
        LOG.debug("removed a batch of old events");
      }
    } catch (NotSent | SQLException e) {
      LOG.debugf(e, "the upkeep of events failed; tried again");
    }
  }
}
