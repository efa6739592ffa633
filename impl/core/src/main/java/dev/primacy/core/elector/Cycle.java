package dev.primacy.core.elector;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When this node renews, and when it looks at the store. It looks at everything once per interval:
 * where the store gives hints, at the moment when one tells of a holder's renewal, so that this
 * needs no read of its own. Whoever holds a group itself keeps to its own time, since no hint tells
 * it to confirm what it holds (R9).
 */
final class Cycle {

  /** Beyond so many hinted records at a time everything is looked at instead. */
  private static final int READS_AT_ONCE = 16;

  private final Exchange exchange;
  private final OwnRecord own;
  private final RandomGenerator random;
  private final long every;
  private final long retry;

  /** Hinted and not looked at yet. */
  private final Set<RecordKey> hinted = new LinkedHashSet<>();

  private long nextRenewal;
  private long nextList;
  private long lastList;
  private boolean leading;
  private boolean failed;

  Cycle(Timing timing, Exchange exchange, OwnRecord own, RandomGenerator random) {
    this.exchange = exchange;
    this.own = own;
    this.random = random;
    every = timing.renewEvery().toNanos();
    retry = timing.retryNanos();
  }

  private long now() {
    return exchange.now().nanos();
  }

  /** Renews and looks for the first time. */
  void start() {
    nextRenewal = now();
    nextList = now();
    lastList = now() - every;
  }

  /** A record may have changed that this node has to know at once. */
  void hint(RecordKey key) {
    hinted.add(key);
  }

  /** The own record was not written for sure. */
  void renewSooner() {
    nextRenewal = Nanos.earlier(nextRenewal, now() + retry);
  }

  /** Something was asked and not answered. */
  void askSooner() {
    failed = true;
    renewSooner();
    nextList = Nanos.earlier(nextList, now() + retry);
  }

  /**
   * Sends what is due.
   *
   * @param leads whether this node holds a group
   * @return true if everything is being looked at from now on
   */
  boolean work(boolean leads) {
    if (leads && !leading) {
      nextList = Nanos.earlier(nextList, now() + every);
    }
    leading = leads;
    renewIfDue();
    boolean renewalHinted = hinted.stream().anyMatch(key -> key.kind() == RecordKind.NODE);
    if (now() - nextList >= 0 || isWorthAList(renewalHinted)) {
      return list(renewalHinted);
    }
    if (hinted.size() + exchange.reading() <= READS_AT_ONCE) {
      readHinted(renewalHinted);
    } else if (!exchange.isListing()) {
      nextList = Nanos.earlier(nextList, lastList + every / 8);
    }
    return false;
  }

  private void renewIfDue() {
    boolean due = now() - nextRenewal >= 0;
    if (due || own.isOutdated()) {
      own.renew();
    }
    if (due) {
      nextRenewal = now() + every - spread();
    }
  }

  /** A herd that started together spreads out. */
  private long spread() {
    return random.nextLong(every / 20 + 1);
  }

  /** The interval's list, a little early; it takes the place of a read. */
  private boolean isWorthAList(boolean renewalHinted) {
    return renewalHinted && !exchange.isListing() && now() - lastList >= every / 4 * 3;
  }

  private boolean list(boolean renewalHinted) {
    boolean possible = !exchange.isListing();
    if (possible) {
      exchange.list();
      hinted.clear();
      lastList = now();
      failed = false;
    }
    nextList = now() + every - (renewalHinted && possible ? -patience() : spread());
    return possible;
  }

  /** The next renewal is hinted after an interval and a moment; before that there is no need. */
  private long patience() {
    return leading ? 0 : every / 4;
  }

  private void readHinted(boolean renewalHinted) {
    hinted.forEach(key -> exchange.read(key, exchange.lastNumber()));
    hinted.clear();
    if (renewalHinted && !leading && !failed) {
      // so that the next list falls together with the next hint
      nextList = Nanos.earlier(now() + every + patience(), lastList + every + every / 2);
    }
  }

  /** When time itself is the next reason to do something. */
  long nextWakeUp() {
    return Nanos.earlier(nextRenewal, nextList);
  }
}
