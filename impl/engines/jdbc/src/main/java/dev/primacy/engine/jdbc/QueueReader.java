package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.Message;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.MessengerListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes shares of one queue and hands them over. What is taken and finds no room waits here; no
 * more is taken then.
 */
final class QueueReader implements Runnable {

  private static final long NO_ROOM_NANOS = Duration.ofMillis(20).toNanos();

  /** Small, so that a node that dies takes little with it, and all get some. */
  private static final int MOST = 32;

  private static final Optional<CompletionStage<Void>> NOTHING =
      Optional.of(CompletableFuture.completedFuture(null));

  private final Lane lane;
  private final EventLog log;
  private final QueueRows rows;
  private final ConsumerRows consumers;
  private final MessageQueue queue;
  private final int batch;
  private final Pace pace;
  private final MessengerListener listener;

  /** Numbers of claims that were handed over and whose end is not in the table yet. */
  private final Set<Long> open = ConcurrentHashMap.newKeySet();

  private final Set<Long> handled = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean registered = new AtomicBoolean();
  private final AtomicBoolean recovering = new AtomicBoolean(true);

  // by this thread only
  private final Deque<EventRow> pending = new ArrayDeque<>();

  QueueReader(
      Lane lane,
      EventLog log,
      QueueRows rows,
      ConsumerRows consumers,
      MessageQueue queue,
      int batch,
      Pace pace,
      MessengerListener listener) {
    this.lane = lane;
    this.log = log;
    this.rows = rows;
    this.consumers = consumers;
    this.queue = queue;
    this.batch = Math.min(batch, MOST);
    this.pace = pace;
    this.listener = listener;
  }

  /** Makes this node known to the queue; what is published from now on is handled. */
  void register() throws NotSent, SQLException, InterruptedException {
    registered.set(lane.call(consumers::register));
  }

  /** Says that this node lives, and has it look for what dead ones left. On any thread. */
  void renew() throws NotSent, SQLException, InterruptedException {
    if (registered.get() && !lane.call(consumers::renew)) {
      registered.set(false);
    }
    recovering.set(queue.durable());
    pace.ring();
  }

  void leave() throws NotSent, SQLException, InterruptedException {
    lane.call(
        session -> {
          boolean unused = rows.done(session, new ArrayList<>(handled));
          return consumers.leave(session);
        });
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

  private boolean round() throws InterruptedException {
    try {
      if (!registered.get()) {
        lane.call(log::begin);
        register();
      }
      finish();
      recover();
      boolean more = take();
      handOver();
      return more || !handled.isEmpty();
    } catch (NotSent | SQLException e) {
      LOG.debugf(e, "a queue could not be read; tried again");
      recovering.set(queue.durable());
      return false;
    }
  }

  private void finish() throws NotSent, SQLException, InterruptedException {
    List<Long> done = new ArrayList<>(handled);
    if (!done.isEmpty()) {
      lane.call(session -> rows.done(session, done));
      done.forEach(handled::remove);
      done.forEach(open::remove);
    }
  }

  /** Looks for claims of dead nodes, and for those of its own it got no answer about. */
  private void recover() throws NotSent, SQLException, InterruptedException {
    if (queue.durable() && pending.isEmpty() && recovering.getAndSet(false)) {
      lane.call(rows::recover).stream()
          .filter(row -> !open.contains(row.id()))
          .forEach(pending::add);
    }
  }

  private boolean take() throws NotSent, SQLException, InterruptedException {
    if (!pending.isEmpty()) {
      return true;
    }
    QueueRows.Share share = taken();
    if (share.isEmpty()) {
      return false;
    }
    List<EventRow> found = content(share);
    pending.addAll(found);
    long missing = share.last() - share.after() - found.size();
    if (missing > 0) {
      listener.lost(missing, LOG.queueFellBehind(missing, queue.name()));
    }
    return true;
  }

  private QueueRows.Share taken() throws NotSent, SQLException, InterruptedException {
    try {
      return lane.call(session -> rows.take(session, batch));
    } catch (SQLException e) {
      if (!queue.durable() && !Failures.isRejection(e)) {
        listener.lost(1, LOG.takenInDoubt(queue.name(), Failures.told(e)));
      }
      throw e;
    }
  }

  /**
   * Of a live queue what was taken is this node's alone: it is asked for until there is an answer.
   */
  private List<EventRow> content(QueueRows.Share share)
      throws NotSent, SQLException, InterruptedException {
    while (true) {
      try {
        return lane.call(session -> log.span(session, share.after(), share.last()));
      } catch (NotSent | SQLException e) {
        if (queue.durable()) {
          throw e;
        }
        LOG.debugf(e, "a share that was taken could not be read; tried again");
        pace.await();
      }
    }
  }

  private void handOver() throws InterruptedException {
    while (!pending.isEmpty()) {
      EventRow row = pending.remove();
      if (row.message().isEmpty()) {
        listener.lost(1, LOG.unsoundEvent(row.id()));
        settle(row.id());
      } else {
        handOver(row, row.message().get());
      }
    }
  }

  private void handOver(EventRow row, Message message) throws InterruptedException {
    open.add(row.id());
    Optional<CompletionStage<Void>> handling = offer(message);
    while (handling.isEmpty()) {
      pace.pause(NO_ROOM_NANOS);
      handling = offer(message);
    }
    handling.get().whenComplete((nothing, failure) -> settle(row.id()));
  }

  /** What a listener fails over counts as handled: it might fail for ever. */
  private Optional<CompletionStage<Void>> offer(Message message) throws InterruptedException {
    try {
      return Hints.is(message) ? NOTHING : listener.offer(queue.name(), message);
    } catch (RuntimeException e) {
      LOG.listenerFailed(e);
      return NOTHING;
    }
  }

  private void settle(long id) {
    if (queue.durable()) {
      handled.add(id);
      pace.ring();
    } else {
      open.remove(id);
    }
  }
}
