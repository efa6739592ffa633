package dev.primacy.core.messaging;

import dev.primacy.core.gate.Clocks;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of events: ULIDs (48 bits of time, then 80 bits in place of randomness, in Crockford's base
 * 32), ascending within one node. The 80 bits are 40 of the node's incarnation, which is random,
 * and a count of 40: two nodes never make the same, and neither does one, whatever its clock does.
 *
 * @since 0.1
 */
public final class EventIds {
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int LENGTH = 26;
  private static final long HALF = (1L << 40) - 1;

  private final Clocks clocks;
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong latest = new AtomicLong();

  /**
   * Makes the first.
   *
   * @param clocks for the time in each id
   */
  public EventIds(Clocks clocks) {
    this.clocks = clocks;
  }

  /**
   * The next id.
   *
   * @param node the incarnation that asks
   * @return greater than all before, also if the clock was set back
   */
  public String next(UUID node) {
    long time = latest.accumulateAndGet(clocks.millis(), Math::max);
    long who = node.getMostSignificantBits() >>> 24;
    long which = count.incrementAndGet() & HALF;
    char[] text = new char[LENGTH];
    write(text, 0, 10, time);
    write(text, 10, 8, which);
    write(text, 18, 8, who);
    return new String(text);
  }

  private static void write(char[] text, int from, int digits, long value) {
    long left = value;
    for (int i = from + digits - 1; i >= from; i--) {
      text[i] = DIGITS[(int) (left & 31)];
      left >>>= 5;
    }
  }
}
