package dev.primacy.core.elector;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.core.elector.Action.Problem;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.record.Candidate;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.GroupState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One group this node takes part in: what its record shows, the token held, and what was burned
 * (R3, R5, R8, R9). {@link Acquisition} decides when to take it.
 */
final class GroupTrack {

  final String name;
  final ElectionPolicy policy;

  /** When this node takes it. */
  Seeking seeking;

  private final GroupTools tools;
  private final String fingerprint;

  /** The newest reading; null while absent, unreadable or not read yet. */
  private @Nullable GroupRecord record;

  private RecordVersion version = RecordVersion.ABSENT;

  /** The request that last told something about it; what was asked before is not believed. */
  private long asOf;

  private boolean looked;
  private long versionFirstSeen;
  private boolean known;

  /** The scope seen last, also while the record is absent or unreadable. */
  private @Nullable UUID scope;

  /** When the scope was first seen, and when the read that showed it was sent (R9). */
  private long scopeFirstSeen;

  private long scopeReadSent;

  private @Nullable Tenure tenure;

  /** The highest term given up in this scope; nothing up to it is ever acted under again. */
  private long burned;

  /** The token whose release the store has not confirmed. */
  private @Nullable FencingToken releasing;

  private Optional<Candidate> successor = Optional.empty();
  private long putUnderWay;

  /** A write may or may not have happened, and no later read told yet. */
  private boolean unsure;

  /** A hint of the own write is to come, and tells no more than the answer does. */
  private boolean echoing;

  /** One came before the answer. */
  private boolean echoed;

  private Optional<UUID> previousHolder = Optional.empty();
  private Admission published = Admission.CLOSED;
  private @Nullable GroupStanding toldStanding;
  private @Nullable RoleChangeCause toldCause;
  private Set<Problem> complained = Set.of();
  private boolean retired;
  private final Claims claims;

  GroupTrack(Input.Join join, GroupTools tools) {
    name = join.group();
    policy = join.policy();
    seeking = Seeking.of(policy);
    this.tools = tools;
    claims = new Claims(tools);
    fingerprint = tools.shared().text("format " + RecordCodec.MAJOR + ", election " + policy);
    asOf = tools.rules().believesAfter(tools.exchange().lastNumber());
  }

  /** Made when needed: it is kept by nobody. */
  RecordKey key() {
    return new RecordKey(RecordKind.GROUP, name);
  }

  private UUID self() {
    return tools.node().self().incarnation();
  }

  String fingerprint() {
    return fingerprint;
  }

  @Nullable GroupRecord record() {
    return record;
  }

  /** The record in this version; null if that is not the one seen last, or it is unreadable. */
  @Nullable GroupRecord recordOf(RecordVersion seen) {
    return seen.equals(version) ? record : null;
  }

  boolean isKnown() {
    return known;
  }

  /** Whether it was read, and there is no such record. */
  boolean isAbsent() {
    return looked && version.equals(RecordVersion.ABSENT);
  }

  /** Whether it was read, and nobody here understands it. */
  boolean isUnreadable() {
    return record == null && looked && !isAbsent();
  }

  /** Takes nothing over any more: this node leaves. */
  void retire(RoleChangeCause cause) {
    retired = true;
    lose(cause);
  }

  /** The store may name this node as the holder, by a write that was forgotten. */
  void suspect() {
    unsure = true;
  }

  boolean isUnsure() {
    return unsure;
  }

  boolean isBusy() {
    return putUnderWay != 0;
  }

  long versionFirstSeen() {
    return versionFirstSeen;
  }

  long scopeFirstSeen() {
    return scopeFirstSeen;
  }

  long scopeReadSent() {
    return scopeReadSent;
  }

  Optional<UUID> previousHolder() {
    return previousHolder;
  }

  Optional<UUID> holder() {
    return Claims.holderIn(record);
  }

  boolean isHeldByUs() {
    return holder().filter(self()::equals).isPresent();
  }

  boolean hasTenure() {
    return tenure != null;
  }

  boolean isReleasing() {
    return releasing != null;
  }

  /** Whether the store may still name this node as the holder. */
  boolean mayBeHeldByUs() {
    return tenure != null || isBusy() || unsure || releasing != null || isHeldByUs();
  }

  boolean isCompatible() {
    GroupRecord seen = record;
    return seen == null || tools.rules().isCompatible(seen, fingerprint());
  }

  void read() {
    tools.exchange().read(key(), asOf);
  }

  /** A hint came: only a read sent from now on shows what it is about. */
  void readAnew() {
    tools.exchange().read(key(), tools.exchange().lastNumber());
  }

  // ---- what the store shows

  /** Works in what a read or a list showed. */
  void observed(Exchange.Asked asked, @Nullable StoredRecord found) {
    if (asked.number() <= asOf || isBusy()) {
      // what is under way will be answered, and read again if that tells nothing
      return;
    }
    boolean stillAbsent = found == null && isAbsent();
    asOf = asked.number();
    looked = true;
    unsure = false;
    if (stillAbsent || (found != null && found.version().equals(version))) {
      Claims.@Nullable Doubt doubt = doubt(asked, record);
      judge(asked, record);
      claims.tell(name, doubt);
      return;
    }
    echoing = false;
    GroupRecord seen = decoded(found);
    if (found == null || seen != null) {
      adopt(asked, found == null ? RecordVersion.ABSENT : found.version(), seen);
    } else {
      giveUpUnreadable(found.version());
    }
  }

  private void giveUpUnreadable(RecordVersion seen) {
    GroupRecord before = record;
    version = seen;
    record = null;
    tools.exchange().tell(new Action.GroupSeen(name, seen, null));
    lose(RoleChangeCause.SUPERSEDED);
    claims.tellHolder(name, before, null);
  }

  private @Nullable GroupRecord decoded(@Nullable StoredRecord found) {
    try {
      return found == null ? null : tools.shared().in(RecordCodec.decodeGroup(found.value()));
    } catch (RecordFormatException unreadable) {
      complain(Problem.RECORD_UNREADABLE, "group/" + name, unreadable.getMessage());
      return null;
    }
  }

  private void adopt(Exchange.Asked asked, RecordVersion current, @Nullable GroupRecord seen) {
    GroupRecord before = record;
    Claims.@Nullable Doubt doubt = doubt(asked, seen);
    if (seen == null || !seen.scope().equals(scope)) {
      // R9: whatever was held or given up in the old scope is void
      loseIfEnded(seen);
      confirmRelease();
    }
    if (seen != null) {
      adoptScope(asked, before, seen);
    }
    if (before != null && before.holder().isPresent()) {
      previousHolder = before.holder();
    }
    record = seen;
    version = current;
    versionFirstSeen = tools.now();
    known |= seen != null;
    tools.exchange().tell(new Action.GroupSeen(name, current, seen));
    judge(asked, seen);
    claims.tellHolder(name, before, seen);
    claims.tell(name, doubt);
  }

  private Claims.@Nullable Doubt doubt(Exchange.Asked asked, @Nullable GroupRecord seen) {
    Tenure held = tenure;
    boolean over = held == null || validUntil(held).hasPassed(tools.exchange().now());
    Claims.@Nullable Doubt doubt =
        claims.doubt(asked, seen, held == null || over ? null : held.token());
    burned = doubt == null ? burned : Math.max(burned, doubt.burned());
    return doubt;
  }

  private void adoptScope(Exchange.Asked asked, @Nullable GroupRecord before, GroupRecord seen) {
    boolean other = !seen.scope().equals(scope);
    if (before == null || other) {
      scopeFirstSeen = tools.now();
      scopeReadSent = asked.sent().nanos();
    }
    if (other) {
      scope = seen.scope();
      burned = 0;
    }
  }

  private void loseIfEnded(@Nullable GroupRecord seen) {
    Tenure held = tenure;
    if (held != null && tools.rules().ends(held.token(), seen, self())) {
      boolean sameScope = seen != null && seen.scope().equals(held.token().scope());
      lose(sameScope ? RoleChangeCause.SUPERSEDED : RoleChangeCause.STORE_WIPED);
    }
  }

  private void judge(Exchange.Asked asked, @Nullable GroupRecord seen) {
    if (seen == null) {
      return;
    }
    if (!retired && !tools.rules().isCompatible(seen, fingerprint())) {
      complain(
          Problem.SETTINGS_DIFFER,
          name,
          "the group says '" + seen.fingerprint() + "', this node '" + fingerprint() + "'");
      lose(RoleChangeCause.SETTINGS_REFUSED);
    } else if (seen.state() == GroupState.DROPPED) {
      lose(RoleChangeCause.GROUP_DROPPED);
    } else {
      loseIfEnded(seen);
      confirmOrGrant(asked, seen);
    }
    if (!isHeldByUs()) {
      confirmRelease();
    }
  }

  private void confirmOrGrant(Exchange.Asked asked, GroupRecord seen) {
    boolean ours = isHeldByUs();
    if (ours && tenure != null) {
      confirm(asked);
    } else if (ours && tools.rules().mayResume(seen.term(), burned, isReleasing())) {
      confirmRelease();
      grant(asked, seen);
    }
  }

  /** Who leaves wants it no more, and who sees the store through another node believes no grant. */
  private boolean mayHold() {
    return !retired && !tools.node().followsOnly();
  }

  private void grant(Exchange.Asked asked, GroupRecord seen) {
    if (!mayHold() || !tools.own().isKnown() || !tools.own().stands(tools.exchange().now())) {
      // a lease that ended meanwhile burns the term before it is told to anybody
      burned = Math.max(burned, seen.term());
      return;
    }
    FencingToken token = new FencingToken(seen.scope(), seen.term());
    tenure = new Tenure(token, Tenure.Stage.GRANTED, confirmation(asked));
    tools.exchange().tell(new Action.Granted(name, token));
  }

  /** R9: a read that shows this node as the holder confirms it, counted from when it was sent. */
  private void confirm(Exchange.Asked asked) {
    Tenure held = tenure;
    if (held != null) {
      tenure = held.confirmedUntil(confirmation(asked));
    }
  }

  private Deadline confirmation(Exchange.Asked asked) {
    Timing timing = tools.node().timing();
    return Deadline.after(asked.sent(), timing.lease().toNanos() - timing.marginNanos());
  }

  // ---- the token held

  void open(FencingToken token) {
    Tenure held = tenure;
    if (held != null && held.token().equals(token) && held.stage() == Tenure.Stage.GRANTED) {
      tenure = held.in(Tenure.Stage.OPEN);
    }
  }

  void close(FencingToken token) {
    Tenure held = tenure;
    if (held != null && held.token().equals(token)) {
      boolean wasOpen = held.stage() == Tenure.Stage.OPEN;
      tenure = held.in(Tenure.Stage.CLOSED);
      if (wasOpen) {
        publish();
      }
    }
  }

  /** R5: burned first, whatever becomes of the release that {@link #giveBack} then sends. */
  boolean release(FencingToken token, Optional<UUID> candidate) {
    Tenure held = tenure;
    if (held == null || !held.token().equals(token)) {
      return false;
    }
    burn(held);
    releasing = token;
    successor = candidate.map(next -> new Candidate(next, tools.node().timing().lease()));
    return true;
  }

  /** Burns the token held, without {@link Input.Release}. */
  void lose(RoleChangeCause cause) {
    Tenure held = tenure;
    if (held != null) {
      burn(held);
      tools.exchange().tell(new Action.Lost(name, held.token(), cause));
    }
  }

  private void burn(Tenure held) {
    burned = Math.max(burned, held.token().term());
    tenure = null;
    publish(Admission.CLOSED);
  }

  /** The token given up is void, one way or another. */
  void confirmRelease() {
    FencingToken given = releasing;
    if (given != null) {
      releasing = null;
      successor = Optional.empty();
      tools.exchange().tell(new Action.Released(name, given));
    }
  }

  /** R4: a lease that ended burns the term first, and is told after that. */
  void lapse() {
    Tenure held = tenure;
    if (held != null && validUntil(held).hasPassed(tools.exchange().now())) {
      lose(RoleChangeCause.LEASE_EXPIRED);
    }
  }

  private Deadline validUntil(Tenure held) {
    Deadline lease = tools.own().lease();
    Deadline until = lease == null ? held.confirmed() : lease;
    return tools.node().confirmed() ? until.earlier(held.confirmed()) : until;
  }

  /** Shows the gate what is true now. */
  void publish() {
    Tenure held = tenure;
    if (held != null) {
      publish(held.admission(validUntil(held), record != null && record.isReadOnly()));
    }
  }

  private void publish(Admission admission) {
    if (!admission.equals(published)) {
      published = admission;
      tools.exchange().tell(new Action.Publish(name, admission));
    }
  }

  /** When the token held ends on the wall clock. */
  long validUntilMillis() {
    Tenure held = tenure;
    return held == null ? Long.MAX_VALUE : validUntil(held).millis();
  }

  long nextWakeUp(long latest) {
    Tenure held = tenure;
    return held == null ? latest : Nanos.earlier(latest, validUntil(held).nanos());
  }

  // ---- writes

  void create(UUID scope) {
    echoing = true;
    write(RecordVersion.ABSENT, GroupRecord.created(scope, policy.name(), fingerprint()));
  }

  /** R3: takes the group in the next term, whoever held it. */
  void take() {
    GroupRecord seen = record;
    if (seen != null) {
      echoing = true;
      GroupRecord taken = tools.rules().taken(seen, self());
      write(version, seeking == Seeking.WHEN_FREE_READ_ONLY ? taken.imposed(true) : taken);
    }
  }

  /** R5: takes this node's name out of the record. */
  void giveBack() {
    GroupRecord seen = record;
    if (seen != null) {
      // who stays wants to know who takes it: that hint may come together with the own one
      echoing = retired;
      write(version, seen.released(successor));
    }
  }

  private void write(RecordVersion expected, GroupRecord value) {
    putUnderWay = tools.exchange().put(key(), expected, RecordCodec.encode(value));
  }

  boolean isOwn(long number) {
    return number == putUnderWay;
  }

  /**
   * Works in what became of a write.
   *
   * @return true if it happened
   */
  boolean written(Exchange.Asked asked, PutOutcome outcome) {
    putUnderWay = 0;
    boolean heard = echoed;
    echoed = false;
    if (outcome instanceof PutOutcome.Stored stored) {
      echoing &= !heard;
      asOf = tools.exchange().lastNumber();
      Request.Put put = (Request.Put) asked.request();
      StoredRecord now = new StoredRecord(put.key(), stored.version(), put.value());
      adopt(asked, stored.version(), decoded(now));
      return true;
    }
    echoing = false;
    if (!(outcome instanceof PutOutcome.Refused)) {
      unsure = true;
      asOf = tools.exchange().lastNumber();
      readAnew();
    } else if (heard) {
      readAnew();
    }
    return false;
  }

  /**
   * Whether a hint tells nothing new. The own write is hinted, too, before its answer comes or a
   * moment after; if ten thousand groups are taken, to read each of them again would cost as much
   * as to take them. Should it be about somebody else's write all the same, a list shows that.
   */
  boolean isEcho() {
    long age = tools.now() - versionFirstSeen;
    boolean echo = echoing && (isBusy() || age < tools.node().timing().retryNanos());
    echoed |= echo && isBusy();
    echoing &= isBusy();
    return echo;
  }

  // ---- what is told

  void tell(GroupStanding standing, RoleChangeCause cause) {
    if (standing != toldStanding || cause != toldCause) {
      toldStanding = standing;
      toldCause = cause;
      tools.exchange().tell(new Action.Standing(name, standing, cause));
    }
  }

  private void complain(Problem problem, String subject, @Nullable String detail) {
    if (!complained.contains(problem)) {
      Set<Problem> more = EnumSet.of(problem);
      more.addAll(complained);
      complained = more;
      tools.exchange().tell(new Action.Complain(problem, subject, String.valueOf(detail)));
    }
  }
}
