package dev.primacy.engine.memory;

import dev.primacy.spi.Message;
import dev.primacy.spi.RecordKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Those who hear each other in one memory. Everything runs on the thread of who publishes. */
final class MemoryTalk {
  private static final Map<String, MemoryTalk> TALKS = new ConcurrentHashMap<>();

  private final String name;
  private final List<MemoryMessenger> members = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  private MemoryTalk(String name) {
    this.name = name;
  }

  static MemoryTalk of(String name) {
    return new MemoryTalk(name);
  }

  /** The one that all of this name share, with one more member. */
  MemoryTalk join(MemoryMessenger member) {
    return TALKS.compute(
        name,
        (key, found) -> {
          MemoryTalk talk = found == null ? this : found;
          talk.members.add(member);
          return talk;
        });
  }

  void leave(MemoryMessenger member) {
    TALKS.computeIfPresent(
        name,
        (key, talk) -> {
          talk.members.remove(member);
          return talk.members.isEmpty() ? null : talk;
        });
  }

  void publish(MemoryMessenger from, Message message) throws InterruptedException {
    for (MemoryMessenger member : members) {
      if (member != from) {
        member.hear(message);
      }
    }
    Set<String> queues = new TreeSet<>();
    members.forEach(member -> queues.addAll(member.queues()));
    for (String queue : queues) {
      handOver(queue, message);
    }
  }

  /** To one of those that handle it, each in turn; to the next one if there is no room. */
  private void handOver(String queue, Message message) throws InterruptedException {
    List<MemoryMessenger> handling =
        members.stream().filter(member -> member.queues().contains(queue)).toList();
    int first = turn.getAndIncrement();
    for (int i = 0; i < handling.size(); i++) {
      MemoryMessenger member = handling.get(Math.floorMod(first + i, handling.size()));
      if (member.handle(queue, message, i == handling.size() - 1)) {
        return;
      }
    }
  }

  void hint(MemoryMessenger from, RecordKey key) {
    members.stream().filter(member -> member != from).forEach(member -> member.hinted(key));
  }
}
