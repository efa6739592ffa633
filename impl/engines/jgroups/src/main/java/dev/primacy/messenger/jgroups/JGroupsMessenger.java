package dev.primacy.messenger.jgroups;

import static dev.primacy.messenger.jgroups.Messages.LOG;

import dev.primacy.spi.EngineContext;
import dev.primacy.spi.Message;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerListener;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.StoreStatus;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jgroups.JChannel;
import org.jspecify.annotations.Nullable;

/** One node's part in the talk. */
final class JGroupsMessenger implements Messenger {

  /** How long closing waits for what is not sent yet. */
  private static final Duration CLOSING = Duration.ofSeconds(2);

  /** What there is between start and close. */
  private record Running(JChannel channel, Outbox outbox) {}

  private final EngineContext context;
  private final Configuration configuration;
  private final Members members = new Members();
  private final Strangers strangers = new Strangers();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable Running running;

  JGroupsMessenger(EngineContext context, Configuration configuration) {
    this.context = context;
    this.configuration = configuration;
  }

  @Override
  public void start(MessengerListener listener, Set<MessageQueue> queues)
      throws MessengerException, InterruptedException {
    if (!started.compareAndSet(false, true)) {
      throw new MessengerException(LOG.startedBefore());
    }
    check();
    Set<String> names =
        queues.stream().map(MessageQueue::name).collect(Collectors.toUnmodifiableSet());
    Running connected = connect(new Hearing(listener, members, strangers), names);
    running = connected;
    if (closed.get()) {
      release(connected);
    }
    LOG.started(configuration.own().toString(), configuration.ownFailurePort());
    await();
  }

  private void check() throws MessengerException {
    Ports.check(configuration);
    if (configuration.isOpen()) {
      LOG.insecure(configuration.own().toString());
    }
  }

  private Running connect(Hearing hearing, Set<String> queues)
      throws MessengerException, InterruptedException {
    JChannel channel = null;
    try {
      channel = new Stack(context, configuration, strangers).channel();
      Outbox outbox = new Outbox(channel, members, hearing, queues, context.threads());
      hearing.onView(outbox::announce);
      channel.setReceiver(hearing);
      channel.connect(context.cluster());
      hearing.self(channel.getAddress());
      members.announced(Hearing.id(channel.getAddress()), queues);
      outbox.start();
      return new Running(channel, outbox);
    } catch (Exception e) {
      throw notConnected(channel, e);
    }
  }

  /** Nothing is left open. */
  private MessengerException notConnected(@Nullable JChannel channel, Exception why)
      throws InterruptedException {
    if (channel != null) {
      channel.close();
    }
    if (why instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    return new MessengerException(
        LOG.notJoined(configuration.own().toString(), String.valueOf(why.getMessage())), why);
  }

  /** So that what is published at once finds those that handle it. */
  private void await() throws InterruptedException {
    try {
      members.await(context.requestTimeout().toMillis());
    } catch (InterruptedException e) {
      close();
      throw e;
    }
  }

  @Override
  public void publish(Message message) throws MessengerException, InterruptedException {
    Running open = running;
    if (open == null) {
      throw new MessengerException(LOG.notOpen());
    }
    open.outbox().add(message, context.requestTimeout());
  }

  @Override
  public void hint(RecordKey key) {
    Running open = running;
    if (open != null) {
      open.outbox().hint(key);
    }
  }

  @Override
  public StoreStatus status() {
    Running open = running;
    if (open == null) {
      return new StoreStatus(StoreStatus.State.UNREACHABLE, LOG.notOpen());
    }
    String ignored = strangers.count() == 0 ? "" : ", " + strangers.count() + " ignored";
    return new StoreStatus(StoreStatus.State.HEALTHY, members.count() + " nodes" + ignored);
  }

  @Override
  public void close() {
    closed.set(true);
    Running open = running;
    if (open != null) {
      release(open);
    }
  }

  private void release(Running open) {
    running = null;
    open.outbox().close(CLOSING);
    open.channel().close();
  }
}
