package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.Message;
import dev.primacy.spi.MessengerListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.OptionalLong;

/** Brings what other nodes publish, each event once and in order, from where it began. */
final class BroadcastReader implements Runnable {

  /** Between two offers, if the listener has no room and does not wait by itself. */
  private static final long NO_ROOM_NANOS = Duration.ofMillis(20).toNanos();

  private final Lane lane;
  private final EventLog log;
  private final int batch;
  private final Pace pace;
  private final MessengerListener listener;

  // by the thread that starts and then by this one only
  private OptionalLong position = OptionalLong.empty();

  BroadcastReader(Lane lane, EventLog log, int batch, Pace pace, MessengerListener listener) {
    this.lane = lane;
    this.log = log;
    this.batch = batch;
    this.pace = pace;
    this.listener = listener;
  }

  /** Where it begins: after what was published before. While the database is away nothing is. */
  void begin() throws NotSent, SQLException, InterruptedException {
    position = OptionalLong.of(lane.call(log::begin));
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        if (!round()) {
          pace.await();
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there is more to read at once. */
  private boolean round() throws InterruptedException {
    try {
      if (position.isEmpty()) {
        begin();
      }
      long after = position.orElseThrow();
      EventPage page = lane.call(session -> log.page(session, after, batch));
      if (!page.known() || page.last() < after) {
        LOG.eventsEmptied();
        position = OptionalLong.empty();
        return true;
      }
      deliver(page);
      return position.orElseThrow() > after;
    } catch (NotSent | SQLException e) {
      LOG.debugf(e, "events could not be read; tried again");
      return false;
    }
  }

  private void deliver(EventPage page) throws InterruptedException {
    Iterator<EventRow> rows = page.rows().iterator();
    boolean gap = false;
    while (rows.hasNext() && !gap) {
      EventRow row = rows.next();
      gap = !passRemoved(row.id() - 1, page.removed());
      if (!gap) {
        deliver(row);
      }
    }
    if (page.rows().isEmpty()) {
      passRemoved(page.removed(), page.removed());
    }
  }

  /** Goes on to this number if nothing is missing before, or if what is missing was removed. */
  private boolean passRemoved(long to, long removed) {
    long missing = to - position.orElseThrow();
    if (missing > 0 && to <= removed) {
      listener.lost(missing, LOG.fellBehind(missing));
      position = OptionalLong.of(to);
    }
    return missing <= 0 || to <= removed;
  }

  private void deliver(EventRow row) throws InterruptedException {
    if (!row.own() && row.message().isEmpty()) {
      listener.lost(1, LOG.unsoundEvent(row.id()));
    }
    while (row.message().isPresent() && !isTaken(row.message().get())) {
      pace.pause(NO_ROOM_NANOS);
    }
    position = OptionalLong.of(row.id());
  }

  /** A listener that fails does not hear it again: it might fail for ever. */
  private boolean isTaken(Message message) throws InterruptedException {
    try {
      if (!Hints.is(message)) {
        return listener.offer(message);
      }
      Hints.key(message).ifPresent(listener::hinted);
    } catch (RuntimeException e) {
      LOG.listenerFailed(e);
    }
    return true;
  }
}
