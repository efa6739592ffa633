package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The subscriptions of one who polls. Guarded by the lock of those that have it. */
final class PollSession {
  /** How many subscriptions a session has at most. */
  static final int MOST = 32;

  private final Map<String, Subscribed> subscriptions = new LinkedHashMap<>();
  private long usedAt;

  /**
   * One subscription.
   *
   * @param id six characters
   * @param binding what it hears
   * @param start the number of the last event before it
   * @param mark the number of the last event that was handed out
   */
  record Subscribed(String id, String binding, long start, AtomicLong mark) {}

  PollSession(long now) {
    this.usedAt = now;
  }

  void use(long now) {
    usedAt = now;
  }

  boolean isIdle(long now, long nanos) {
    return now - usedAt > nanos;
  }

  /**
   * Adds one.
   *
   * @throws Problem 409 if there are as many as may be
   */
  void add(Subscribed added) {
    if (subscriptions.size() >= MOST) {
      throw Problem.of(409, TEXT.tooManySubscriptions(MOST));
    }
    subscriptions.put(added.id(), added);
  }

  /** Those of some ids; of none, all. */
  List<Subscribed> chosen(Set<String> ids) {
    Collection<Subscribed> all = subscriptions.values();
    return new ArrayList<>(
        ids.isEmpty() ? all : all.stream().filter(each -> ids.contains(each.id())).toList());
  }

  void remove(Collection<Subscribed> removed) {
    removed.forEach(each -> subscriptions.remove(each.id()));
  }

  boolean isEmpty() {
    return subscriptions.isEmpty();
  }
}
