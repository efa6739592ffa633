package dev.primacy.core.monitor;

import dev.primacy.core.alarm.InactivityTimer;
import dev.primacy.watch.MonitorOptions;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * When a monitor looks at the store by itself, and when it gives it up. One thread at a time; all
 * times are of one monotonic clock.
 */
final class Patience {
  private static final long FIRST_PAUSE = Duration.ofMillis(500).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toNanos();

  /** Longer than any process lives, and short enough to be counted. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final InactivityTimer idle;

  /** How long silence of the store is borne. */
  private final long reconnectNanos;

  private long lastAnswer;
  private boolean lookDue = true;
  private boolean silent;
  private long pause = FIRST_PAUSE;
  private long retryAt;

  Patience(MonitorOptions options, long now) {
    this.idle = new InactivityTimer(counted(options.inactivityTimeout()), now);
    this.reconnectNanos =
        options.reconnectWithin().map(Patience::counted).orElse(FOR_EVER).toNanos();
    this.lastAnswer = now;
  }

  private static Duration counted(Duration time) {
    return time.compareTo(FOR_EVER) < 0 ? time : FOR_EVER;
  }

  /** Something was told. */
  void told(long now) {
    idle.told(now);
  }

  /** What is known may be out of date. */
  void lookAnew() {
    lookDue = true;
  }

  /** The store answered, here or elsewhere on this node. */
  void answered(OptionalLong when) {
    if (when.isPresent() && when.getAsLong() - lastAnswer > 0) {
      lastAnswer = when.getAsLong();
    }
  }

  /** A look is over. */
  void looked(long now) {
    answered(OptionalLong.of(now));
    lookDue = false;
    silent = false;
    pause = FIRST_PAUSE;
  }

  /**
   * A look was not answered: it is repeated, ever less often.
   *
   * @return whether the one before was
   */
  boolean unanswered(long now) {
    boolean first = !silent;
    silent = true;
    lookDue = true;
    retryAt = now + pause;
    pause = Math.min(pause * 2, LONGEST_PAUSE);
    return first;
  }

  /** Whether it is time to look. */
  boolean isLookDue(long now) {
    lookDue |= idle.isDue(now);
    return lookDue && (!silent || now - retryAt >= 0);
  }

  /** Whether the store has been silent for longer than is borne. */
  boolean isOver(long now) {
    return now - lastAnswer >= reconnectNanos;
  }

  /** How long nothing is due. */
  long waitNanos(long now) {
    long look = idle.remaining(now).toNanos();
    if (lookDue) {
      look = silent ? retryAt - now : 0;
    }
    long limit = reconnectNanos - (now - lastAnswer);
    return Math.max(0, Math.min(look, limit));
  }
}
