package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.Message;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerListener;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.regex.Pattern;

/**
 * One node's part in the exchange of events through a table: one connection that writes, one that
 * reads, one for the queues, and with PostgreSQL one that listens.
 */
final class JdbcMessenger implements Messenger {

  private static final int WRITES = 0;
  private static final int READS = 1;
  private static final int QUEUES = 2;
  private static final long LONGEST_UPKEEP_NANOS = 60_000_000_000L;
  private static final Pattern ID = Pattern.compile("[!-~]{1," + EventLog.ID_CHARACTERS + "}");

  private final Configuration configuration;
  private final EventSettings settings;
  private final ThreadFactory threads;
  private final EventTables tables;
  private final String publisher = UUID.randomUUID().toString();
  private final EventLog log;
  private final EventAudience audience = new EventAudience(this::ring);
  private final Ear ear;
  private final Lanes lanes;
  private final Outbox outbox;
  private final Hints hints;
  private final List<Pace> paces = new CopyOnWriteArrayList<>();
  private final List<QueueReader> queues = new CopyOnWriteArrayList<>();
  private final List<Thread> running = new CopyOnWriteArrayList<>();

  JdbcMessenger(
      Configuration configuration, EventSettings settings, Source source, ThreadFactory threads) {
    this.configuration = configuration;
    this.settings = settings;
    this.threads = threads;
    tables = new EventTables(configuration.table());
    Channel channel = Channel.ofEvents(configuration);
    log = new EventLog(tables, publisher, channel);
    ear = new Ear(source, channel, threads, audience);
    lanes = lanes(source);
    outbox = new Outbox(lanes.lane(WRITES), log, settings.batch(), limitNanos());
    hints = new Hints(outbox, UUID.fromString(publisher));
  }

  private Lanes lanes(Source source) {
    String target = configuration.target();
    return new Lanes(
        QUEUES + 1,
        new Sessions(source, configuration, tables.ofMessenger()),
        new Health(target, product -> LOG.eventsConnected(tables.event(), product, target)),
        ear::start,
        threads,
        configuration.requestTimeout());
  }

  private long limitNanos() {
    return configuration.requestTimeout().toNanos();
  }

  @Override
  public void start(MessengerListener listener, Set<MessageQueue> queues)
      throws MessengerException, InterruptedException {
    try {
      check(queues);
      lanes.start();
      begin(listener, queues);
    } catch (StoreException e) {
      close();
      throw new MessengerException(String.valueOf(e.getMessage()), e);
    } catch (MessengerException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static void check(Set<MessageQueue> queues) throws MessengerException {
    for (MessageQueue queue : queues) {
      if (isTooLong(queue)) {
        throw new MessengerException(LOG.queueTooLong(queue.name(), EventTables.QUEUE_CHARACTERS));
      }
    }
  }

  private static boolean isTooLong(MessageQueue queue) {
    return queue.name().isEmpty() || queue.name().length() > EventTables.QUEUE_CHARACTERS;
  }

  /** What the database does not answer now is made up for by the readers when it does. */
  private void begin(MessengerListener listener, Set<MessageQueue> names)
      throws InterruptedException {
    BroadcastReader reader =
        new BroadcastReader(lanes.lane(READS), log, settings.batch(), pace(), listener);
    names.forEach(queue -> queues.add(reader(queue, listener)));
    try {
      reader.begin();
      for (QueueReader queue : queues) {
        queue.register();
      }
    } catch (NotSent | SQLException e) {
      LOG.debugf(e, "the database is away; events are brought when it is back");
    }
    run(reader);
    queues.forEach(this::run);
    run(hints);
    Retention retention = new Retention(tables, settings.keep(), settings.batch());
    run(new Keeper(lanes.lane(READS), retention, List.copyOf(queues), upkeepNanos()));
  }

  private long upkeepNanos() {
    long shorter = Math.min(settings.takeover().toNanos(), settings.keep().toNanos());
    return Math.min(LONGEST_UPKEEP_NANOS, shorter / 3);
  }

  private QueueReader reader(MessageQueue queue, MessengerListener listener) {
    long takeover = settings.takeover().toMillis();
    return new QueueReader(
        lanes.lane(QUEUES),
        log,
        new QueueRows(tables, queue, publisher, takeover),
        new ConsumerRows(tables, queue, publisher, takeover),
        queue,
        settings.batch(),
        pace(),
        listener);
  }

  private Pace pace() {
    Pace pace = new Pace(settings.poll().toNanos(), audience::isListening);
    paces.add(pace);
    return pace;
  }

  private void ring() {
    paces.forEach(Pace::ring);
  }

  private void run(Runnable work) {
    Thread thread = threads.newThread(work);
    running.add(thread);
    thread.start();
  }

  @Override
  public void publish(Message message) throws MessengerException, InterruptedException {
    publishAll(List.of(message));
  }

  @Override
  public void publishAll(List<Message> messages) throws MessengerException, InterruptedException {
    if (running.isEmpty()) {
      throw new MessengerException(LOG.notPublished(LOG.notStarted()));
    }
    for (Message message : messages) {
      check(message);
    }
    for (int from = 0; from < messages.size(); from += settings.batch()) {
      int to = Math.min(messages.size(), from + settings.batch());
      write(new ArrayList<>(messages.subList(from, to)));
    }
  }

  private static void check(Message message) throws MessengerException {
    if (!ID.matcher(message.id()).matches() || message.eventId() <= Hints.TYPE) {
      throw new MessengerException(LOG.badMessage(EventLog.ID_CHARACTERS));
    }
  }

  private void write(List<Message> messages) throws MessengerException, InterruptedException {
    try {
      outbox.write(messages);
      ring();
    } catch (NotSent e) {
      throw new MessengerException(LOG.notPublished(String.valueOf(e.getMessage())), e);
    } catch (SQLException e) {
      String told = Failures.told(e);
      throw new MessengerException(
          Failures.isRejection(e) ? LOG.notPublished(told) : LOG.publishedInDoubt(told), e);
    }
  }

  @Override
  public void hint(RecordKey key) {
    hints.add(key);
  }

  @Override
  public StoreStatus status() {
    return lanes.isClosed()
        ? new StoreStatus(StoreStatus.State.FAILED, LOG.closed())
        : lanes.status();
  }

  @Override
  public void close() {
    if (lanes.isClosed()) {
      return;
    }
    running.forEach(Thread::interrupt);
    leave();
    ear.close();
    lanes.close();
  }

  /** What this node has claimed and not handled is others' at once. */
  private void leave() {
    try {
      for (QueueReader queue : queues) {
        queue.leave();
      }
    } catch (NotSent | SQLException e) {
      LOG.debugf(e, "not told the others; they take over after a while");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
