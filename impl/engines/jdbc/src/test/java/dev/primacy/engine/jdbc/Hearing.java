package dev.primacy.engine.jdbc;

import dev.primacy.spi.Message;
import dev.primacy.spi.MessengerListener;
import dev.primacy.spi.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A node that writes down what it hears. */
final class Hearing implements MessengerListener {

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Map<String, List<String>> handled = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> open = new ConcurrentHashMap<>();
  private final List<String> reasons = new CopyOnWriteArrayList<>();
  private final AtomicLong lost = new AtomicLong();
  private volatile boolean full;
  private volatile boolean slow;

  static String text(Message message) {
    return new String(message.body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Has no room from now on, or has. */
  Hearing full(boolean now) {
    full = now;
    return this;
  }

  /** Takes what is for a queue and does not come to an end with it. */
  Hearing slow() {
    slow = true;
    return this;
  }

  void finish() {
    slow = false;
    open.values().forEach(each -> each.complete(null));
  }

  List<String> heard() {
    return List.copyOf(heard);
  }

  List<String> handled(String queue) {
    return List.copyOf(handled.getOrDefault(queue, List.of()));
  }

  List<String> handled() {
    List<String> all = new ArrayList<>();
    handled.values().forEach(all::addAll);
    return all;
  }

  long lost() {
    return lost.get();
  }

  List<String> reasons() {
    return List.copyOf(reasons);
  }

  @Override
  public boolean offer(Message message) {
    return !full && heard.add(text(message));
  }

  @Override
  public Optional<CompletionStage<Void>> offer(String queue, Message message) {
    if (full) {
      return Optional.empty();
    }
    handled.computeIfAbsent(queue, name -> new CopyOnWriteArrayList<>()).add(text(message));
    CompletableFuture<Void> end = new CompletableFuture<>();
    if (slow) {
      open.put(text(message), end);
    } else {
      end.complete(null);
    }
    return Optional.of(end);
  }

  @Override
  public void lost(long count, String reason) {
    lost.addAndGet(count);
    reasons.add(reason);
  }

  @Override
  public void hinted(RecordKey key) {
    throw new AssertionError("nobody hints");
  }
}
