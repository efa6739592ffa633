package dev.primacy.engine.tck;

import dev.primacy.spi.Message;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.Messenger;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerListener;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.RecordKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node that publishes, and remembers what it heard. */
final class Talker implements MessengerListener, AutoCloseable {
  /** The type of what tests count, and of what they find out with that all are there. */
  static final int EVENT = 7001;

  private static final int PROBE = 7002;
  private static final AtomicLong IDS = new AtomicLong();

  /** A message of a queue. */
  private record Handled(String queue, Message message) {}

  private final UUID incarnation = UUID.randomUUID();
  private final Surroundings surroundings;
  private final Messenger messenger;
  private final ConcurrentLinkedQueue<Message> heard = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Handled> handled = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<RecordKey> hints = new ConcurrentLinkedQueue<>();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicInteger published = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
  private volatile @Nullable RecordKey fatal;
  private volatile Set<String> queues = Set.of();
  private volatile Predicate<Message> room = message -> true;

  Talker(MessengerProvider provider, Surroundings surroundings) throws MessengerException {
    this.surroundings = surroundings;
    this.messenger = provider.open(surroundings);
  }

  void start(MessageQueue... shared) throws Exception {
    queues = List.of(shared).stream().map(MessageQueue::name).collect(Collectors.toSet());
    messenger.start(this, Set.of(shared));
  }

  Set<String> queues() {
    return queues;
  }

  Messenger messenger() {
    return messenger;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** Whether there is room for a message; may throw. Probes always have room. */
  void room(Predicate<Message> now) {
    room = now;
  }

  /** The next one, numbered from 0. */
  void publish() throws MessengerException, InterruptedException {
    publish(ByteBuffer.allocate(Integer.BYTES).putInt(published.getAndIncrement()).array());
  }

  void publish(byte[] body) throws MessengerException, InterruptedException {
    String id = id();
    messenger.publish(new Message(id, incarnation, EVENT, body));
    taken.add(id);
  }

  void publish(int count) throws MessengerException, InterruptedException {
    for (int i = 0; i < count; i++) {
      publish();
    }
  }

  void probe() throws MessengerException, InterruptedException {
    messenger.publish(new Message(id(), incarnation, PROBE, new byte[0]));
  }

  private static String id() {
    return String.format("0%025d", IDS.incrementAndGet());
  }

  @Override
  public boolean offer(Message message) {
    if (message.eventId() == EVENT && !room.test(message)) {
      return false;
    }
    return heard.add(message);
  }

  @Override
  public Optional<CompletionStage<Void>> offer(String queue, Message message) {
    if (message.eventId() == EVENT && !room.test(message)) {
      return Optional.empty();
    }
    handled.add(new Handled(queue, message));
    return Optional.of(CompletableFuture.completedFuture(null));
  }

  @Override
  public void lost(long count, String reason) {
    lost.addAndGet(count);
  }

  @Override
  public void hinted(RecordKey key) {
    hints.add(key);
    if (key.equals(fatal)) {
      throw new IllegalStateException("planted");
    }
  }

  /** Fails at each hint at this record. */
  void failAt(RecordKey key) {
    fatal = key;
  }

  boolean heardProbeOf(Talker other) {
    return heard.stream()
        .anyMatch(m -> m.eventId() == PROBE && m.sender().equals(other.incarnation));
  }

  boolean handledProbeOf(String queue, Talker other) {
    return handled.stream()
        .filter(h -> h.queue.equals(queue) && h.message.eventId() == PROBE)
        .anyMatch(h -> h.message.sender().equals(other.incarnation));
  }

  List<Message> heardOf(Talker other) {
    return heard.stream()
        .filter(m -> m.eventId() == EVENT && m.sender().equals(other.incarnation))
        .toList();
  }

  /** The numbers of what it heard of another node, in the order of hearing. */
  List<Integer> numbersOf(Talker other) {
    return heardOf(other).stream().map(m -> ByteBuffer.wrap(m.body()).getInt()).toList();
  }

  /** The ids of what the messenger took of it, probes apart; of one thread in their order. */
  List<String> publishedIds() {
    return List.copyOf(taken);
  }

  /** The ids of what it handled, repetitions included. */
  List<String> handled(String queue) {
    return handled.stream()
        .filter(h -> h.queue.equals(queue) && h.message.eventId() == EVENT)
        .map(h -> h.message.id())
        .toList();
  }

  boolean hintedAt(RecordKey key) {
    return hints.contains(key);
  }

  long lostMessages() {
    return lost.get();
  }

  @Override
  public void close() {
    messenger.close();
  }

  @Override
  public String toString() {
    return surroundings.nodeName();
  }
}
