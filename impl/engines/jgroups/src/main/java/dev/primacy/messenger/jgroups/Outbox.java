package dev.primacy.messenger.jgroups;

import static dev.primacy.messenger.jgroups.Messages.LOG;

import dev.primacy.spi.Message;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.RecordKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;

/**
 * Sends from a thread of its own, so that whoever publishes waits no longer than agreed, however
 * long flow control makes JGroups wait.
 */
final class Outbox {
  private static final int ROOM = 256;
  private static final long HINTS_MILLIS = 20;

  private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(ROOM);
  private final Set<RecordKey> hints = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean announcing = new AtomicBoolean();
  private final JChannel channel;
  private final Members members;
  private final Hearing hearing;
  private final Frame.Announced queues;
  private final Thread thread;
  private volatile boolean closing;

  Outbox(
      JChannel channel,
      Members members,
      Hearing hearing,
      Set<String> queues,
      ThreadFactory threads) {
    this.channel = channel;
    this.members = members;
    this.hearing = hearing;
    this.queues = new Frame.Announced(queues);
    this.thread = threads.newThread(this::run);
  }

  void start() {
    thread.start();
  }

  /** Until there is room, and not longer than that. */
  void add(Message message, Duration patience) throws MessengerException, InterruptedException {
    if (closing) {
      throw new MessengerException(LOG.notOpen());
    }
    if (!waiting.offer(message, patience.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new MessengerException(LOG.noRoom(patience.toMillis()));
    }
    if (closing && waiting.remove(message)) {
      throw new MessengerException(LOG.notOpen());
    }
  }

  /** Merged with those of the same record that were not sent yet; dropped if there are too many. */
  void hint(RecordKey key) {
    if (hints.size() < Frames.MANY) {
      hints.add(key);
    }
  }

  /** Soon, and again with each change of who is there. */
  void announce() {
    announcing.set(true);
  }

  private void run() {
    try {
      while (!closing || !waiting.isEmpty()) {
        Message next = waiting.poll(HINTS_MILLIS, TimeUnit.MILLISECONDS);
        if (announcing.getAndSet(false)) {
          boolean unused = send(Frames.encode(queues));
        }
        if (next != null) {
          publish(next);
        }
        sendHints();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(Message message) throws InterruptedException {
    Frame.Published frame = new Frame.Published(message, members.assign());
    if (send(Frames.encode(frame))) {
      hearing.handle(frame);
    }
  }

  private void sendHints() throws InterruptedException {
    List<RecordKey> now = new ArrayList<>(hints);
    if (!now.isEmpty()) {
      now.forEach(hints::remove);
      boolean unused = send(Frames.encode(new Frame.Hinted(now.subList(0, bounded(now.size())))));
    }
  }

  private static int bounded(int size) {
    return Math.min(size, Frames.MANY);
  }

  private boolean send(byte[] bytes) {
    try {
      channel.send(new BytesMessage(null, bytes));
      return true;
    } catch (Exception e) {
      hearing.lost(1, LOG.lostSending(String.valueOf(e.getMessage())));
      return false;
    }
  }

  /** Sends what waits, if that takes no longer; what is left is lost. */
  void close(Duration patience) {
    closing = true;
    try {
      thread.join(Math.max(1, patience.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
    int left = waiting.size();
    if (left > 0) {
      hearing.lost(left, LOG.lostClosing());
    }
  }
}
