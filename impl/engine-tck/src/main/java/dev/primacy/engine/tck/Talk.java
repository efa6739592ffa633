package dev.primacy.engine.tck;

import dev.primacy.spi.MessageQueue;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The nodes of one test. */
final class Talk implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final AtomicInteger CLUSTERS = new AtomicInteger();

  private final MessengerService service;
  private final String cluster = another();
  private final List<Talker> open = new CopyOnWriteArrayList<>();

  Talk(MessengerService service) {
    this.service = service;
  }

  private static String another() {
    return "talk" + ProcessHandle.current().pid() + "-" + CLUSTERS.incrementAndGet();
  }

  MessengerService service() {
    return service;
  }

  /** The ids of what any of them published, probes apart. */
  List<String> publishedIds() {
    return open.stream().flatMap(talker -> talker.publishedIds().stream()).toList();
  }

  /** A name of a cluster that nobody had. */
  String elsewhere() {
    return another();
  }

  Talker join(String node, MessageQueue... queues) throws Exception {
    return join(cluster, node, queues);
  }

  Talker join(String inCluster, String node, MessageQueue... queues) throws Exception {
    Talker talker = new Talker(service.provider(), service.surroundings(inCluster, node));
    open.add(talker);
    talker.start(queues);
    return talker;
  }

  /** Until each hears every other, and whatever one publishes is handled of each queue. */
  void acquaint(Talker... talkers) throws Exception {
    for (Talker speaker : talkers) {
      for (Talker other : talkers) {
        if (other != speaker) {
          awaitHeard(speaker, other);
        }
      }
      for (String queue : queues(talkers)) {
        awaitHandled(speaker, queue, talkers);
      }
    }
  }

  private static void awaitHeard(Talker speaker, Talker other) throws Exception {
    Waiting.until(
        other + " hears " + speaker,
        PATIENCE,
        () -> {
          speaker.probe();
          return other.heardProbeOf(speaker);
        });
  }

  private static void awaitHandled(Talker speaker, String queue, Talker... talkers)
      throws Exception {
    Waiting.until(
        "a message of " + speaker + " is handled of queue " + queue,
        PATIENCE,
        () -> {
          speaker.probe();
          return List.of(talkers).stream().anyMatch(t -> t.handledProbeOf(queue, speaker));
        });
  }

  private static Set<String> queues(Talker... talkers) {
    Set<String> all = new HashSet<>();
    for (Talker talker : talkers) {
      all.addAll(talker.queues());
    }
    return all;
  }

  @Override
  public void close() {
    open.forEach(Talker::close);
  }
}
