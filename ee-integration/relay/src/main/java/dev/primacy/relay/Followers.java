package dev.primacy.relay;

import static dev.primacy.relay.RelayMessages.LOG;

import dev.primacy.core.gate.Clocks;
import dev.primacy.spi.RecordKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who follows: so many at a time, each no faster than allowed, each with records of its own. */
final class Followers {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** Who was silent for so long, and hears no hints, has gone. */
  private static final long GONE = Duration.ofSeconds(30).toNanos();

  private static final int BURST_SECONDS = 2;
  private static final int TOO_MANY = 429;

  private final int most;
  private final int rate;
  private final Clocks clocks;
  private final Object lock = new Object();

  // guarded by lock, as what is in it
  private final Map<UUID, Follower> followers = new HashMap<>();

  Followers(int most, int rate, Clocks clocks) {
    this.most = most;
    this.rate = rate;
    this.clocks = clocks;
  }

  /** Counts a request. */
  void enter(UUID id) throws Refused {
    synchronized (lock) {
      long now = clocks.nanos();
      Follower follower = followers.get(id);
      if (follower == null) {
        follower = admit(id, now);
      }
      double earned = (double) (now - follower.lastSeen) / SECOND * rate;
      follower.allowance = Math.min((double) BURST_SECONDS * rate, follower.allowance + earned);
      follower.lastSeen = now;
      if (follower.allowance < 1) {
        throw new Refused(TOO_MANY, LOG.tooOften(rate));
      }
      follower.allowance--;
    }
  }

  private Follower admit(UUID id, long now) throws Refused {
    followers.values().removeIf(one -> one.stream == null && now - one.lastSeen > GONE);
    if (followers.size() >= most) {
      throw new Refused(TOO_MANY, LOG.full(most));
    }
    Follower follower = new Follower(now, (double) BURST_SECONDS * rate);
    followers.put(id, follower);
    LOG.followed(followers.size(), most);
    return follower;
  }

  /** Whether a follower has asked anything lately. */
  boolean askedWithin(Duration time, UUID id) {
    synchronized (lock) {
      Follower follower = followers.get(id);
      return follower != null && clocks.nanos() - follower.lastSeen <= time.toNanos();
    }
  }

  /** Whether a record is known to belong to this follower. */
  boolean owns(UUID id, RecordKey key) {
    synchronized (lock) {
      Follower follower = followers.get(id);
      return follower != null && follower.records.contains(key);
    }
  }

  /**
   * From now on it belongs to this follower, unless it is another one's.
   *
   * @return whether it belongs to it
   */
  boolean own(UUID id, RecordKey key) {
    synchronized (lock) {
      boolean taken =
          followers.entrySet().stream()
              .anyMatch(e -> !e.getKey().equals(id) && e.getValue().records.contains(key));
      Follower follower = followers.get(id);
      if (taken || follower == null) {
        return false;
      }
      follower.own(key);
      return true;
    }
  }

  /** Each follower has one stream of hints: the latest. */
  void hears(UUID id, HintStream stream) {
    HintStream before = null;
    synchronized (lock) {
      Follower follower = followers.get(id);
      if (follower != null) {
        before = follower.stream;
        follower.stream = stream;
      }
    }
    end(before);
  }

  void hearsNoMore(UUID id, HintStream stream) {
    synchronized (lock) {
      Follower follower = followers.get(id);
      if (follower != null && follower.stream == stream) {
        follower.stream = null;
        follower.lastSeen = clocks.nanos();
      }
    }
  }

  private static void end(@Nullable HintStream stream) {
    if (stream != null) {
      stream.end();
    }
  }

  void close() {
    List<HintStream> streams = new ArrayList<>();
    synchronized (lock) {
      for (Follower follower : followers.values()) {
        if (follower.stream != null) {
          streams.add(follower.stream);
        }
      }
      followers.clear();
    }
    streams.forEach(HintStream::end);
  }
}
