package dev.primacy.core.elector;

import dev.primacy.spi.RecordKey;
import java.util.random.RandomGenerator;

/**
 * When this node renews, and when it looks at the store. Both once per interval, and with one
 * request: where the store gives hints, at the moment when one tells of a holder's renewal, so that
 * this needs no read of its own. Whoever holds a group itself keeps to its own time, since no hint
 * tells it to confirm what it holds (R9). After a failure one thing is asked at a time, so that
 * neither has to wait for the other.
 */
final class Cycle {

  /** Beyond so many hinted records at a time everything is looked at instead. */
  private static final int READS_AT_ONCE = 16;

  /** Between lists because of hints: one of very many takes its time, and is not all there is. */
  private static final int TIMES_ITS_LENGTH = 4;

  private final Exchange exchange;
  private final OwnRecord own;
  private final RandomGenerator random;
  private final long every;
  private final long retry;

  private final Hinted hinted = new Hinted();

  private long nextRenewal;
  private long lastRenewal;
  private long nextList;
  private long lastList;
  private long listTook;
  private boolean leading;
  private boolean failed;

  /** The last interval began with a hint, so that the next one is expected to. */
  private boolean inStep;

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
    lastRenewal = now() - every;
    lastList = lastRenewal;
  }

  /** A record may have changed that this node has to know at once. */
  void hint(RecordKey key) {
    hinted.add(key);
  }

  /** A list that was sent then is answered. */
  void listed(ClockReading sent) {
    listTook = now() - sent.nanos();
  }

  /** The own record was not written for sure. */
  void renewSooner() {
    failed = true;
    nextRenewal = Nanos.earlier(nextRenewal, now() + retry);
  }

  /** Something was asked and not answered. */
  void askSooner() {
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
    lead(leads);
    boolean renewalHinted = hinted.hasRenewal();
    boolean renewal = now() - nextRenewal >= 0;
    boolean list = now() - nextList >= 0 || isWorthAList(renewalHinted);
    if (isForBoth(renewal, list)) {
      renewAndList(renewalHinted);
      return true;
    }
    renew(renewal);
    if (list) {
      return list(renewalHinted);
    }
    lookAtHinted(renewalHinted);
    return false;
  }

  /** A new holder renews, and has itself confirmed, within an interval, however long it waited. */
  private void lead(boolean leads) {
    if (leads && !leading) {
      nextRenewal = Nanos.earlier(nextRenewal, lastRenewal + every);
      nextList = Nanos.earlier(nextList, now() + every);
    }
    leading = leads;
  }

  /** The interval's list, a little early; it takes the place of a read. */
  private boolean isWorthAList(boolean renewalHinted) {
    long least = inStep || leading ? every / 4 * 3 : every / 2;
    return renewalHinted && !exchange.isListing() && now() - lastList >= least;
  }

  /** Whether one request will do; not each list that is sent in between is worth a renewal. */
  private boolean isForBoth(boolean renewal, boolean list) {
    boolean worth = renewal || (list && now() - lastRenewal >= every / 2);
    return worth && !failed && !exchange.isListing() && own.mayRenew();
  }

  private void renewAndList(boolean renewalHinted) {
    own.renewAndList();
    hinted.clear();
    lastRenewal = now();
    lastList = lastRenewal;
    inStep = renewalHinted;
    nextRenewal = now() + every + (isWaitingFor(renewalHinted) ? patience() : -spread());
    nextList = nextRenewal;
  }

  /** Alone. */
  private void renew(boolean due) {
    if (due || own.isOutdated()) {
      lastRenewal = own.mayRenew() ? now() : lastRenewal;
      own.renew();
    }
    if (due) {
      nextRenewal = now() + every - spread();
    }
  }

  /** Alone. */
  private boolean list(boolean renewalHinted) {
    boolean possible = !exchange.isListing();
    if (possible) {
      exchange.list();
      hinted.clear();
      lastList = now();
      failed = false;
    }
    nextList = now() + every + (possible && isWaitingFor(renewalHinted) ? patience() : -spread());
    return possible;
  }

  /** A herd that started together spreads out. */
  private long spread() {
    return random.nextLong(every / 20 + 1);
  }

  /** Whether the next interval is to begin with the next hint. */
  private boolean isWaitingFor(boolean renewalHinted) {
    return renewalHinted && !leading;
  }

  /** The next renewal is hinted after an interval and a moment; before that there is no need. */
  private long patience() {
    return every / 4;
  }

  private void lookAtHinted(boolean renewalHinted) {
    if (hinted.size() + exchange.reading() <= READS_AT_ONCE) {
      hinted.forEach(key -> exchange.read(key, exchange.lastNumber()));
      hinted.clear();
      if (isWaitingFor(renewalHinted) && !failed) {
        // so that the next interval begins with the next hint
        nextRenewal = lastRenewal + every + patience();
        nextList = Nanos.earlier(nextRenewal, lastList + every + every / 2);
      }
    } else if (!exchange.isListing()) {
      long apart = Math.max(every / 8, TIMES_ITS_LENGTH * listTook);
      nextList = Nanos.earlier(nextList, lastList + apart);
    }
  }

  /** When time itself is the next reason to do something. */
  long nextWakeUp() {
    return Nanos.earlier(nextRenewal, nextList);
  }
}
