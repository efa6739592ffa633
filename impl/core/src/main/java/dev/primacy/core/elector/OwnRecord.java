package dev.primacy.core.elector;

import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.core.record.UnknownFields;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** This node's record: created once, renewed by compare-and-set, left for good (R1 and R5). */
final class OwnRecord {

  private enum Stage {
    UNSENT,
    /** The create was sent; whether it happened is not known. */
    UNSURE,
    KNOWN,
    /** LEFT was sent: final, whatever becomes of it. */
    LEAVING,
    /** Nothing is sent any more. */
    OVER
  }

  private final NodeSettings node;
  private final ElectionRules rules;
  private final Exchange exchange;
  private final RecordKey key;

  /** When the attempts were sent that may still be credited. */
  private final TreeMap<Long, ClockReading> sentTimes = new TreeMap<>();

  /** In ascending order. */
  private final List<String> groups = new ArrayList<>();

  /** The groups as written last; null if there are others by now. */
  private @Nullable Set<String> written;

  private Map<String, String> attributes;
  private SelfDescription words;

  /** The first attempt that says what this node says now. */
  private long wordsAttempt;

  private Stage stage = Stage.UNSENT;
  private RecordVersion version = RecordVersion.ABSENT;
  private long asOf;
  private long attempt;
  private long putUnderWay;
  private boolean changed;
  private long credited;
  private long lastProof;
  private @Nullable Deadline lease;
  private @Nullable RoleChangeCause death;

  OwnRecord(NodeSettings node, ElectionRules rules, Exchange exchange) {
    this.node = node;
    this.rules = rules;
    this.exchange = exchange;
    attributes = node.attributes();
    words = SelfDescription.PLAIN;
    key = new RecordKey(RecordKind.NODE, node.self().incarnation().toString());
  }

  RecordKey key() {
    return key;
  }

  /** Each group once. */
  void takePartIn(String group) {
    int at = Collections.binarySearch(groups, group);
    if (at < 0) {
      groups.add(-at - 1, group);
      written = null;
      changed = true;
    }
  }

  void takeNoPartIn(String group) {
    int at = Collections.binarySearch(groups, group);
    if (at >= 0) {
      groups.remove(at);
      written = null;
      changed = true;
    }
  }

  /** What this node says about itself beside what was configured. */
  void describe(SelfDescription next) {
    if (!next.equals(words)) {
      Map<String, String> all = new HashMap<>(node.attributes());
      all.putAll(next.published());
      attributes = Map.copyOf(all);
      words = next;
      changed = true;
    }
  }

  /** As the others see it; of use once it is known and nothing of it is still to be written. */
  NodeRecord latest() {
    return described(NodeState.ALIVE);
  }

  /** As it stands in the store, if the write that is under way is confirmed. */
  StoredRecord stored() {
    return new StoredRecord(key, version, RecordCodec.encode(latest()));
  }

  /** The groups this node takes part in. */
  Set<String> groups() {
    Set<String> all = written == null ? Set.copyOf(groups) : written;
    written = all;
    return all;
  }

  boolean isKnown() {
    return stage == Stage.KNOWN;
  }

  /** Whether the store has confirmed what it says, as far as that is known. */
  boolean isWritten() {
    return !changed && credited >= wordsAttempt;
  }

  /** Whether the record should be written before the next renewal is due. */
  boolean isOutdated() {
    return isToBeRewritten() && exchange.now().nanos() - rewriteNotBefore() >= 0;
  }

  private boolean isToBeRewritten() {
    return changed && putUnderWay == 0 && stage == Stage.KNOWN;
  }

  /** Once for all that changes within a moment: ten thousand joins are a few writes. */
  private long rewriteNotBefore() {
    long lastSent = sentTimes.isEmpty() ? lastProof : sentTimes.lastEntry().getValue().nanos();
    return lastSent + node.timing().retryNanos();
  }

  long nextWakeUp(long latest) {
    return isToBeRewritten() ? Nanos.earlier(latest, rewriteNotBefore()) : latest;
  }

  /** When the store confirmed a renewal last. */
  long lastProof() {
    return lastProof;
  }

  /** The newest credited lease; null before the first. */
  @Nullable Deadline lease() {
    return lease;
  }

  boolean stands(ClockReading now) {
    Deadline current = lease;
    return current != null && !current.hasPassed(now);
  }

  /** Why this incarnation is dead; empty while it is not. */
  Optional<RoleChangeCause> death() {
    return Optional.ofNullable(death);
  }

  /** Whether the next attempt can be written now. */
  boolean mayRenew() {
    return putUnderWay == 0 && (stage == Stage.UNSENT || stage == Stage.KNOWN);
  }

  /** Writes the next attempt, or finds out what became of the create. */
  void renew() {
    if (mayRenew()) {
      putUnderWay = exchange.put(key, version, nextAttempt(NodeState.ALIVE));
      sent();
    } else if (putUnderWay == 0 && stage == Stage.UNSURE) {
      exchange.read(key, asOf);
    }
  }

  /** Writes the next attempt, and looks at everything after it. */
  void renewAndList() {
    putUnderWay = exchange.putAndList(key, version, nextAttempt(NodeState.ALIVE));
    sent();
  }

  private void sent() {
    stage = stage == Stage.UNSENT ? Stage.UNSURE : stage;
  }

  private byte[] nextAttempt(NodeState state) {
    attempt++;
    wordsAttempt = changed ? attempt : wordsAttempt;
    changed = false;
    forgetOldAttempts();
    sentTimes.put(attempt, exchange.now());
    return RecordCodec.encode(described(state));
  }

  private void sendLeft() {
    putUnderWay = exchange.put(key, version, nextAttempt(NodeState.LEFT));
  }

  private void forgetOldAttempts() {
    long horizon = node.timing().lease().toNanos();
    sentTimes.values().removeIf(sent -> exchange.now().nanos() - sent.nanos() > horizon);
  }

  private NodeRecord described(NodeState state) {
    Timing timing = node.timing();
    return new NodeRecord(
        node.self().name(),
        state,
        attempt,
        timing.lease(),
        timing.drift(),
        timing.longestLease(),
        groups(),
        false,
        node.passive(),
        node.priority(),
        node.endpoint(),
        words.lifecycle(),
        attributes,
        words.status(),
        words.internal(),
        UnknownFields.NONE);
  }

  /**
   * Stops renewing and writes LEFT, once.
   *
   * @return true if there is nothing to wait for any more
   */
  boolean leave() {
    if (putUnderWay == 0) {
      if (stage == Stage.UNSENT) {
        stage = Stage.OVER;
      } else if (stage == Stage.KNOWN) {
        sendLeft();
        stage = Stage.LEAVING;
      }
    }
    return stage == Stage.OVER;
  }

  boolean isOwn(long number) {
    return number == putUnderWay;
  }

  void written(Exchange.Asked asked, PutOutcome outcome) {
    long attempted = attempt;
    putUnderWay = 0;
    if (outcome instanceof PutOutcome.Stored stored) {
      adopt(stored.version(), exchange.lastNumber());
    }
    if (stage == Stage.LEAVING) {
      leftWritten(outcome);
      return;
    }
    if (rules.provesRenewal(outcome)) {
      credit(attempted, asked.sent());
    }
    if (outcome instanceof PutOutcome.Refused) {
      // certainly not sent, so that a create may be sent again; but under another number
      stage = version.equals(RecordVersion.ABSENT) ? Stage.UNSENT : stage;
    } else if (!(outcome instanceof PutOutcome.Stored)) {
      exchange.read(key, exchange.lastNumber());
    }
  }

  private void leftWritten(PutOutcome outcome) {
    if (outcome instanceof PutOutcome.Conflict) {
      // an earlier renewal came to light; its version is read, and LEFT written over it
      exchange.read(key, exchange.lastNumber());
    } else {
      stage = Stage.OVER;
    }
  }

  private void adopt(RecordVersion current, long number) {
    version = current;
    asOf = number;
    if (stage == Stage.UNSURE || stage == Stage.UNSENT) {
      stage = Stage.KNOWN;
    }
  }

  private void credit(long number, @Nullable ClockReading sent) {
    if (sent != null && number > credited) {
      credited = number;
      lastProof = exchange.now().nanos();
      lease = rules.newer(lease, rules.lease(sent, exchange.now(), node.timing()));
    }
  }

  /** Works in what a read or a list showed of the own record. */
  void observed(long number, @Nullable StoredRecord found) {
    if (number <= asOf || stage == Stage.UNSENT || stage == Stage.OVER) {
      return;
    }
    asOf = number;
    if (found == null && stage == Stage.UNSURE) {
      // it may still come: only time tells, and then this incarnation is given up
      Deadline end = Deadline.after(firstSent(), node.timing().lease().toNanos());
      death = end.hasPassed(exchange.now()) ? RoleChangeCause.LEASE_EXPIRED : death;
      return;
    }
    NodeRecord own = found == null ? null : decoded(found);
    if (rules.isDead(own)) {
      die(found == null);
    } else if (found != null) {
      adopt(found.version(), number);
      credit(own == null ? 0 : own.attempt(), sentTimeOf(own));
      leaveAgain();
    }
  }

  private ClockReading firstSent() {
    // the create is the only attempt while its fate is unclear
    return sentTimes.isEmpty() ? exchange.now() : sentTimes.firstEntry().getValue();
  }

  private @Nullable ClockReading sentTimeOf(@Nullable NodeRecord own) {
    return own == null ? null : rules.sentTimeOf(own.attempt(), sentTimes);
  }

  private void leaveAgain() {
    if (stage == Stage.LEAVING && putUnderWay == 0) {
      sendLeft();
    }
  }

  private void die(boolean missing) {
    if (stage == Stage.LEAVING) {
      stage = Stage.OVER;
      return;
    }
    boolean tombstoneGone =
        exchange.now().nanos() - lastProof >= node.timing().tombstones().toNanos();
    death = missing && !tombstoneGone ? RoleChangeCause.STORE_WIPED : RoleChangeCause.EXPELLED;
  }

  private static @Nullable NodeRecord decoded(StoredRecord found) {
    try {
      return RecordCodec.decodeNode(found.value());
    } catch (RecordFormatException overwritten) {
      return null;
    }
  }
}
