package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.messaging.Room;
import dev.primacy.core.messaging.Via;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.spi.Message;
import dev.primacy.spi.MessengerListener;
import dev.primacy.spi.RecordKey;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Takes what was published, by whichever node, and has it delivered on the lane of such events, in
 * the order of arrival. What finds no room is counted and told.
 */
final class Arrivals implements MessengerListener {
  private final Lane lane;
  private final Room room;
  private final long waitNanos;
  private final Reception reception;
  private final Deliveries deliveries;
  private final Scribe scribe;
  private final String prefix;
  private final Consumer<RecordKey> hints;

  private final AtomicLong received = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  // told once until something finds room again
  private volatile boolean told;

  /**
   * The lane's thread of the moment; null between two tasks. Such a thread never waits for room.
   */
  private final ThreadLocal<Boolean> delivering = new ThreadLocal<>();

  Arrivals(
      ExchangeParts parts,
      Room room,
      Reception reception,
      String prefix,
      Consumer<RecordKey> hints) {
    this.lane = parts.lane();
    this.room = room;
    this.waitNanos = parts.roomWait().toNanos();
    this.reception = reception;
    this.deliveries = parts.deliveries();
    this.scribe = parts.scribe();
    this.prefix = prefix;
    this.hints = hints;
  }

  long received() {
    return received.get();
  }

  long lostSoFar() {
    return lost.get();
  }

  // ---- of this node itself

  /** Any thread, in the order of publication. */
  void own(EnvelopedEvent event, int bytes, Via via) throws InterruptedException {
    if (!taken(bytes, () -> reception.deliver(event, via))) {
      lost(1, "no room on the node that published it");
    }
  }

  // ---- of the messenger, on its threads

  @Override
  public boolean offer(Message message) throws InterruptedException {
    return count(taken(message.size(), () -> reception.receive(message, Via.CLUSTER)));
  }

  @Override
  public Optional<CompletionStage<Void>> offer(String queue, Message message)
      throws InterruptedException {
    CompletableFuture<Void> handled = new CompletableFuture<>();
    Via via = Via.queue(prefix, queue);
    boolean taken =
        taken(
            message.size(),
            () -> {
              try {
                reception.receive(message, via);
              } finally {
                handled.complete(null);
              }
            });
    return count(taken) ? Optional.of(handled.minimalCompletionStage()) : Optional.empty();
  }

  private boolean count(boolean taken) {
    if (taken) {
      received.incrementAndGet();
    }
    return taken;
  }

  /** An observer that publishes waits for nobody: it is itself who would have to make room. */
  private boolean taken(int bytes, Runnable task) throws InterruptedException {
    boolean observer = Boolean.TRUE.equals(delivering.get());
    if (!room.take(bytes, observer ? 0 : waitNanos)) {
      return false;
    }
    told = false;
    lane.add(() -> run(bytes, task));
    return true;
  }

  private void run(int bytes, Runnable task) {
    delivering.set(Boolean.TRUE);
    try {
      task.run();
    } finally {
      delivering.remove();
      room.give(bytes);
    }
  }

  @Override
  public void lost(long count, String reason) {
    lost.addAndGet(count);
    if (!told) {
      told = true;
      scribe.write(() -> LOG.eventsLost(count, reason));
      deliveries.overflowed(lane);
    }
  }

  @Override
  public void hinted(RecordKey key) {
    hints.accept(key);
  }
}
