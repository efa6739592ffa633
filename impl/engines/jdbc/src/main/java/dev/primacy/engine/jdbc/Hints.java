package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.Message;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells other nodes of records that were written, by rows of the event table. Of groups only, which
 * are written when something happens; nodes write theirs all the time.
 */
final class Hints implements Runnable {

  /** The type of event of a row that is a hint; events have greater ones. */
  static final int TYPE = 0;

  private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Outbox outbox;
  private final UUID sender;
  private final Set<RecordKey> keys = ConcurrentHashMap.newKeySet();
  private final Bell bell = new Bell();

  Hints(Outbox outbox, UUID sender) {
    this.outbox = outbox;
    this.sender = sender;
  }

  static boolean is(Message message) {
    return message.eventId() == TYPE;
  }

  static Optional<RecordKey> key(Message message) {
    return Channel.key(new String(message.body(), UTF_8));
  }

  void add(RecordKey key) {
    if (key.kind() == RecordKind.GROUP && keys.add(key)) {
      bell.ring();
    }
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        bell.await(IDLE_NANOS);
        send();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void send() throws InterruptedException {
    List<RecordKey> some = new ArrayList<>(keys);
    if (some.isEmpty()) {
      return;
    }
    some.forEach(keys::remove);
    try {
      outbox.write(some.stream().map(this::message).toList());
    } catch (NotSent | SQLException e) {
      LOG.debugf(e, "nobody was hinted at what changed");
    }
  }

  private Message message(RecordKey key) {
    String id = UUID.randomUUID().toString();
    return new Message(id, sender, TYPE, Channel.payload(key).getBytes(UTF_8));
  }
}
