package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import dev.primacy.admin.PollSession.Subscribed;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.SubscriptionAdded;
import dev.primacy.event.SubscriptionRemoved;
import dev.primacy.history.EventHistory;
import dev.primacy.history.EventQuery;
import dev.primacy.history.PastEvent;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who polls for events, and up to where. What they hear is in the history; here are only marks in
 * it. Bounded in number, and what is not used for long goes. Safe on any thread.
 */
final class Polls {
  /** How many sessions there are at most. */
  static final int MOST = 64;

  /** How long a session lasts that nobody uses. */
  static final Duration IDLE = Duration.ofMinutes(10);

  /** How many events one answer has at most for each subscription; the rest comes the next time. */
  static final int MOST_EVENTS = 1_000;

  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int ID_LENGTH = 6;
  private static final int TOKEN_BYTES = 16;

  private final PrimacyRuntime runtime;
  private final EventHistory history;
  private final Clocks clocks;
  private final SecureRandom random;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, PollSession> sessions = new HashMap<>(); // guarded by lock

  /** A subscription, and the session it belongs to. */
  record Added(String session, String id, String binding) {}

  /** What a subscription heard. */
  record Heard(String id, String binding, List<PastEvent> events) {}

  Polls(PrimacyRuntime runtime, Clocks clocks, SecureRandom random) {
    this.runtime = runtime;
    this.history = runtime.history();
    this.clocks = clocks;
    this.random = random;
  }

  /**
   * Hears from now on.
   *
   * @param session the session to add to; of none, or one that is gone, a new one is made
   * @param actor who asks
   * @throws Problem 409 or 503 if there are as many as may be
   */
  Added subscribe(Optional<String> session, String binding, String actor) {
    forgetIdle();
    Added added;
    lock.lock();
    try {
      String token = session.filter(sessions::containsKey).orElseGet(this::newToken);
      PollSession to = sessions.get(token);
      if (to == null) {
        to = opened();
      }
      long now = history.latest();
      added = new Added(token, newId(), binding);
      to.add(new Subscribed(added.id(), binding, now, new AtomicLong(now)));
      to.use(clocks.nanos());
      sessions.put(token, to);
    } finally {
      lock.unlock();
    }
    var unused =
        runtime.tell(new SubscriptionAdded(envelope(added.id(), Optional.of(actor)), binding));
    return added;
  }

  private PollSession opened() {
    if (sessions.size() >= MOST) {
      throw Problem.of(503, TEXT.tooManySessions(MOST)).with("Retry-After", "60");
    }
    return new PollSession(clocks.nanos());
  }

  /**
   * What was heard.
   *
   * @param since from when on, as long as it was subscribed; empty for what no poll without a time
   *     has had yet
   * @param ids which subscriptions; none for all
   * @param moves whether what it hands out counts as handed out
   * @return nothing of a session that is unknown
   */
  List<Heard> poll(String session, Optional<Instant> since, Set<String> ids, boolean moves) {
    List<Heard> heard = new ArrayList<>();
    for (Subscribed each : chosen(session, ids)) {
      List<PastEvent> events = since.map(from -> again(each, from)).orElseGet(() -> next(each));
      if (moves && since.isEmpty() && !events.isEmpty()) {
        each.mark().accumulateAndGet(events.get(events.size() - 1).number(), Math::max);
      }
      heard.add(new Heard(each.id(), each.binding(), events));
    }
    return heard;
  }

  private List<PastEvent> again(Subscribed to, Instant from) {
    return history.find(
        EventQuery.all().topic(to.binding()).after(to.start()).from(from).limit(MOST_EVENTS));
  }

  /** In the order in which they came, so that the last one is the mark. */
  private List<PastEvent> next(Subscribed to) {
    List<PastEvent> all =
        new ArrayList<>(history.find(EventQuery.all().topic(to.binding()).after(to.mark().get())));
    all.sort((a, b) -> Long.compare(a.number(), b.number()));
    return all.subList(0, Math.min(MOST_EVENTS, all.size()));
  }

  private List<Subscribed> chosen(String session, Set<String> ids) {
    forgetIdle();
    lock.lock();
    try {
      PollSession found = sessions.get(session);
      if (found == null) {
        return List.of();
      }
      found.use(clocks.nanos());
      return found.chosen(ids);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Hears no more.
   *
   * @param ids which subscriptions; none for all, and the session
   * @return how many there were
   */
  int unsubscribe(String session, Set<String> ids, String actor) {
    List<Subscribed> removed;
    lock.lock();
    try {
      removed = chosen(session, ids);
      PollSession found = sessions.get(session);
      if (found != null) {
        found.remove(removed);
        if (found.isEmpty()) {
          sessions.remove(session);
        }
      }
    } finally {
      lock.unlock();
    }
    tellRemoved(removed, Optional.of(actor));
    return removed.size();
  }

  private void forgetIdle() {
    List<Subscribed> removed = new ArrayList<>();
    lock.lock();
    try {
      long now = clocks.nanos();
      sessions
          .values()
          .removeIf(
              each -> each.isIdle(now, IDLE.toNanos()) && removed.addAll(each.chosen(Set.of())));
    } finally {
      lock.unlock();
    }
    tellRemoved(removed, Optional.empty());
  }

  private void tellRemoved(List<Subscribed> removed, Optional<String> actor) {
    for (Subscribed each : removed) {
      var unused =
          runtime.tell(new SubscriptionRemoved(envelope(each.id(), actor), each.binding()));
    }
  }

  private static EventEnvelope envelope(String id, Optional<String> actor) {
    EventEnvelope envelope = EventEnvelope.of(id);
    return actor.map(envelope::withActor).orElse(envelope);
  }

  private String newToken() {
    byte[] made = new byte[TOKEN_BYTES];
    random.nextBytes(made);
    return HexFormat.of().formatHex(made);
  }

  private String newId() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return id.toString();
  }
}
