package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The latest events, and who listens to the next ones. An id is this run's name and a number, so
 * that an id of an earlier run is not taken for one of this. Safe on any thread.
 */
final class EventLog implements AutoCloseable {
  private final String run;
  private final AdminSettings.Events bounds;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Entry> kept = new ArrayDeque<>(); // guarded by lock
  private final List<EventFeed> feeds = new ArrayList<>(); // guarded by lock
  private long last; // guarded by lock

  private record Entry(long number, String frame) {}

  /**
   * Makes an empty log.
   *
   * @param run names this run, and no other one
   * @param bounds how much is kept, for how many
   */
  EventLog(String run, AdminSettings.Events bounds) {
    this.run = run;
    this.bounds = bounds;
  }

  /**
   * Keeps an event and tells the listeners.
   *
   * @param name its kind
   * @param data one line
   */
  void add(String name, String data) {
    lock.lock();
    try {
      last++;
      String frame = "id: " + run + "." + last + "\nevent: " + name + "\ndata: " + data + "\n\n";
      kept.addLast(new Entry(last, frame));
      if (kept.size() > bounds.kept()) {
        kept.removeFirst();
      }
      // inside the lock, so that no listener hears two events in the wrong order
      feeds.forEach(feed -> feed.offer(frame));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Listens from now on, after what was missed and a mark that ends it.
   *
   * @param lastSeen the id of the last event seen; empty to hear new ones only
   * @return to be closed
   * @throws Problem 503 if as many listen as may
   */
  EventFeed listen(Optional<String> lastSeen) {
    lock.lock();
    try {
      if (feeds.size() >= bounds.listeners()) {
        throw Problem.of(503, TEXT.tooManyListeners()).with("Retry-After", "10");
      }
      EventFeed feed = new EventFeed(replay(lastSeen), this);
      feeds.add(feed);
      return feed;
    } finally {
      lock.unlock();
    }
  }

  /** Under the lock. */
  private List<String> replay(Optional<String> lastSeen) {
    OptionalLong after = lastSeen.map(this::number).orElse(OptionalLong.of(last));
    long from = after.orElse(0);
    long oldest = kept.isEmpty() ? last + 1 : kept.getFirst().number();
    boolean complete = after.isPresent() && from + 1 >= oldest;
    List<String> frames = new ArrayList<>();
    kept.stream().filter(entry -> entry.number() > from).map(Entry::frame).forEach(frames::add);
    String mark =
        Json.object().add("replayed", frames.size()).add("complete", complete).build().toString();
    frames.add("id: " + run + "." + last + "\nevent: replay-complete\ndata: " + mark + "\n\n");
    return frames;
  }

  /** Empty for what is no id of this run. */
  private OptionalLong number(String id) {
    String prefix = run + ".";
    if (!id.startsWith(prefix) || !id.substring(prefix.length()).matches("\\d{1,18}")) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(id.substring(prefix.length()));
    return number <= last ? OptionalLong.of(number) : OptionalLong.empty();
  }

  void forget(EventFeed feed) {
    lock.lock();
    try {
      feeds.remove(feed);
    } finally {
      lock.unlock();
    }
  }

  int listeners() {
    return feeds().size();
  }

  private List<EventFeed> feeds() {
    lock.lock();
    try {
      return List.copyOf(feeds);
    } finally {
      lock.unlock();
    }
  }

  /** Tells every listener that somebody is here still; finds out who is not. */
  void heartbeat() {
    feeds().forEach(EventFeed::heartbeat);
  }

  /** There will be no more events. */
  @Override
  public void close() {
    feeds().forEach(EventFeed::end);
  }
}
