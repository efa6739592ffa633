package dev.primacy.core.elector;

import static java.util.Objects.requireNonNull;

import dev.primacy.GroupStanding;
import dev.primacy.core.elector.Action.Problem;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Elects: rules R0 to R9 for one incarnation of one node, in any number of groups.
 *
 * <p>Knows no threads, clocks or I/O. The driver hands in one {@link Input} after the other, never
 * two at once, each with the clocks read once: before anything is sent because of it, and after the
 * answer it carries had arrived. It carries the {@link Action}s out in their order. {@link
 * Input.Join} comes first, then an {@link Input.Tick} starts. After {@link Action.Died} or {@link
 * Action.Left} nothing happens any more; to go on, the driver makes a new one with a new
 * incarnation.
 *
 * @since 0.1
 */
public final class Elector {

  /** Nothing happens any more: later than anybody waits. */
  private static final long FAR = Duration.ofDays(1).toNanos();

  /**
   * What every group depends on beside its own record; if it changed, all are looked at.
   *
   * @param lease the own lease
   * @param stands whether it stands now
   * @param known whether the own record is known to exist
   * @param peers counts what groups have to know of the other nodes
   * @param refused whether another node refuses this one's lease
   * @param cutOff whether the store has not answered for a lease
   * @param leaving whether this node leaves
   * @param started whether the first tick came
   */
  private record Outlook(
      @Nullable Deadline lease,
      boolean stands,
      boolean known,
      long peers,
      boolean refused,
      boolean cutOff,
      boolean leaving,
      boolean started) {}

  private final NodeSettings node;
  private final Exchange exchange = new Exchange();
  private final OwnRecord own;
  private final Peers peers;
  private final Cycle cycle;
  private final GroupTools tools;
  private final Agenda agenda = new Agenda();
  private final Partings partings;

  /** Incarnations some group names, as of the last complete list; null while that is not known. */
  private @Nullable Set<UUID> named;

  /** What this node tells of itself is outdated. */
  private boolean regrouped;

  private boolean started;
  private boolean finished;
  private long lastAnswer;
  private @Nullable Long leaveBy;
  private @Nullable Outlook outlook;

  /**
   * Makes the elector of one incarnation.
   *
   * @param node what it elects for
   * @param random spreads wake-ups and makes the scopes of new groups
   */
  public Elector(NodeSettings node, RandomGenerator random) {
    this(node, random, LeaseBounds.of(node.timing()));
  }

  /**
   * Makes the elector of an incarnation that follows another one of the same process.
   *
   * @param node what it elects for
   * @param random spreads wake-ups and makes the scopes of new groups
   * @param seen the {@link #bounds} of the elector before it
   */
  public Elector(NodeSettings node, RandomGenerator random, LeaseBounds seen) {
    this(node, random, seen, ElectionRules.STANDARD);
  }

  Elector(NodeSettings node, RandomGenerator random, ElectionRules rules) {
    this(node, random, LeaseBounds.of(node.timing()), rules);
  }

  private Elector(
      NodeSettings node, RandomGenerator random, LeaseBounds seen, ElectionRules rules) {
    this.node = requireNonNull(node, "node");
    own = new OwnRecord(node, rules, exchange);
    LeaseBounds all = seen.covering(node.timing().longestLease(), node.timing().drift());
    peers = new Peers(node, rules, exchange, all, agenda::isHolder);
    requireNonNull(random, "random");
    tools = new GroupTools(node, rules, exchange, own, peers, random, new Shared());
    cycle = new Cycle(node.timing(), exchange, own, random);
    partings = new Partings(node, rules, exchange, own, agenda, this::lookAfter);
  }

  /**
   * What this elector, and those before it, saw of leases.
   *
   * @return the longest lease and the greatest drift
   */
  public LeaseBounds bounds() {
    return peers.bounds();
  }

  /**
   * Whether another node may become primary of a group, as far as its record shows.
   *
   * @param group the group
   * @param incarnation the node
   * @return true if it is alive, takes part and is not passive
   */
  public boolean mayLead(String group, UUID incarnation) {
    Peer peer = peers.get(incarnation);
    return peer != null && peer.mayLead(group);
  }

  /**
   * When a live node was last seen to renew its lease: when its record was seen to have changed, or
   * of this node, when the store confirmed it.
   *
   * @param incarnation the node
   * @return empty if it is not known to be alive
   */
  public Optional<SignOfLife> signOfLife(UUID incarnation) {
    if (incarnation.equals(node.self().incarnation())) {
      return own.isKnown()
          ? Optional.of(new SignOfLife(own.lastProof(), node.timing().lease()))
          : Optional.empty();
    }
    Peer peer = peers.get(incarnation);
    return peer == null || peer.record == null || !peer.isAlive()
        ? Optional.empty()
        : Optional.of(new SignOfLife(peer.firstSeen, peer.record.lease()));
  }

  /**
   * Works one input in.
   *
   * @param input what happened
   * @param now both clocks, read once for this input
   * @return what to do, in this order
   */
  public List<Action> handle(Input input, ClockReading now) {
    if (finished) {
      return List.of();
    }
    exchange.begin(now);
    accept(input);
    settle();
    return exchange.end();
  }

  private void accept(Input input) {
    if (input instanceof Input.Written written) {
      written(written.request(), written.outcome());
    } else if (input instanceof Input.Found found) {
      found(found.request(), found.records());
    } else if (input instanceof Input.NotFoundOut failed) {
      exchange.answered(failed.request());
      agenda.touchAll();
      cycle.askSooner();
    } else if (input instanceof Input.Hinted hinted) {
      hinted(hinted.key());
    } else if (input instanceof Input.Tick) {
      start();
    } else {
      acceptOrder(input);
    }
  }

  private void acceptOrder(Input input) {
    if (input instanceof Input.Join join) {
      join(join);
    } else if (input instanceof Input.LeaveGroup leave) {
      regrouped = true;
      partings.leave(leave.group());
    } else if (input instanceof Input.Open open) {
      find(open.group()).ifPresent(joined -> joined.track.open(open.token()));
    } else if (input instanceof Input.Close close) {
      find(close.group()).ifPresent(joined -> joined.track.close(close.token()));
    } else if (input instanceof Input.Release release) {
      find(release.group())
          .filter(joined -> joined.track.release(release.token(), release.candidate()))
          .ifPresent(
              joined ->
                  joined.acquisition.holdOff(
                      release.candidate().isPresent(), release.token().term()));
    } else {
      acceptWish(input);
    }
  }

  private void acceptWish(Input input) {
    if (input instanceof Input.Seek seek) {
      find(seek.group()).ifPresent(joined -> joined.track.seeking = seek.when());
    } else if (input instanceof Input.Describe described) {
      own.describe(described.words());
      regrouped = true;
    } else if (input instanceof Input.Leave && leaveBy == null) {
      leaveBy = exchange.now().nanos() + node.timing().lease().toNanos();
      agenda.groups().forEach(joined -> joined.track.retire(RoleChangeCause.SHUTDOWN));
    }
  }

  /** The group an input is about. */
  private Optional<Joined> find(String group) {
    Joined joined = agenda.get(group);
    if (joined != null) {
      agenda.touch(joined);
    }
    return Optional.ofNullable(joined);
  }

  private void join(Input.Join join) {
    if (!partings.defer(join) && agenda.get(join.group()) == null) {
      lookAfter(join);
      own.takePartIn(join.group());
      regrouped = true;
    }
  }

  private Joined lookAfter(Input.Join join) {
    GroupTrack track = new GroupTrack(join, tools);
    Joined joined = new Joined(track, new Acquisition(track, tools), agenda.nextNumber());
    agenda.add(joined);
    if (started) {
      cycle.hint(track.key());
    }
    return joined;
  }

  private void start() {
    if (!started) {
      started = true;
      lastAnswer = exchange.now().nanos();
      cycle.start();
    }
  }

  // ---- answers

  private void written(long number, PutOutcome outcome) {
    Exchange.Asked asked = exchange.answered(number);
    if (asked == null) {
      return;
    }
    if (outcome instanceof PutOutcome.Stored || outcome instanceof PutOutcome.Conflict) {
      lastAnswer = exchange.now().nanos();
    }
    if (own.isOwn(number)) {
      own.written(asked, outcome);
      if (!(outcome instanceof PutOutcome.Stored)) {
        cycle.renewSooner();
      }
    } else if (keyOf(asked).kind() == RecordKind.NODE) {
      incarnationOf(keyOf(asked)).ifPresent(peer -> peers.written(peer, asked, outcome));
    } else {
      find(keyOf(asked).name()).ifPresent(joined -> groupWritten(joined, asked, outcome));
    }
  }

  private void groupWritten(Joined joined, Exchange.Asked asked, PutOutcome outcome) {
    boolean happened = joined.track.written(asked, outcome);
    if (!happened && !(outcome instanceof PutOutcome.Conflict)) {
      joined.acquisition.pause();
    }
  }

  private static RecordKey keyOf(Exchange.Asked asked) {
    return asked.request() instanceof Request.Put put
        ? put.key()
        : ((Request.Remove) asked.request()).key();
  }

  private void found(long number, List<StoredRecord> records) {
    Exchange.Asked asked = exchange.answered(number);
    if (asked == null) {
      return;
    }
    lastAnswer = exchange.now().nanos();
    if (asked.request() instanceof Request.Read read) {
      readAnswered(asked, read.key(), records.isEmpty() ? null : records.get(0));
    } else {
      listed(asked, records);
    }
  }

  private void readAnswered(Exchange.Asked asked, RecordKey key, @Nullable StoredRecord record) {
    if (key.equals(own.key())) {
      own.observed(asked.number(), record);
    } else if (key.kind() == RecordKind.NODE) {
      incarnationOf(key).ifPresent(peer -> peers.observed(asked, peer, record));
    } else {
      find(key.name()).ifPresent(joined -> joined.track.observed(asked, record));
    }
  }

  private void listed(Exchange.Asked asked, List<StoredRecord> records) {
    Map<UUID, StoredRecord> others = new HashMap<>();
    Map<String, StoredRecord> groups = new HashMap<>();
    StoredRecord self = null;
    for (StoredRecord record : records) {
      if (record.key().kind() == RecordKind.GROUP) {
        groups.put(record.key().name(), record);
      } else if (record.key().equals(own.key())) {
        self = record;
      } else {
        incarnationOf(record.key()).ifPresent(peer -> others.put(peer, record));
      }
    }
    cycle.listed(asked.sent());
    own.observed(asked.number(), self);
    peers.listed(asked, others);
    groupsListed(asked, groups);
  }

  private void groupsListed(Exchange.Asked asked, Map<String, StoredRecord> found) {
    agenda.groups().forEach(joined -> joined.track.observed(asked, found.get(joined.track.name)));
    agenda.touchAll();
    named = namedIn(found.values());
    partings.giveBackStrays(asked, found.values());
  }

  /** Everybody a group names, also a group this node has no part in; null if one is unreadable. */
  private @Nullable Set<UUID> namedIn(Collection<StoredRecord> records) {
    Set<UUID> names = new HashSet<>();
    try {
      for (StoredRecord record : records) {
        GroupRecord group = decoded(record);
        group.holder().ifPresent(names::add);
        group.candidate().ifPresent(candidate -> names.add(candidate.incarnation()));
      }
      return names;
    } catch (RecordFormatException unreadable) {
      return null;
    }
  }

  private GroupRecord decoded(StoredRecord found) throws RecordFormatException {
    Joined joined = agenda.get(found.key().name());
    GroupRecord known = joined == null ? null : joined.track.recordOf(found.version());
    return known == null ? RecordCodec.decodeGroup(found.value()) : known;
  }

  private static Optional<UUID> incarnationOf(RecordKey key) {
    try {
      return Optional.of(UUID.fromString(key.name()));
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  // ---- hints

  private void hinted(RecordKey key) {
    boolean matters =
        key.kind() == RecordKind.GROUP
            ? groupHinted(agenda.get(key.name()))
            : key.equals(own.key())
                ? !own.stands(exchange.now())
                : incarnationOf(key).filter(peers::isWatchedClosely).isPresent();
    if (matters) {
      cycle.hint(key);
    }
  }

  private static boolean groupHinted(@Nullable Joined joined) {
    return joined != null && !joined.track.isEcho();
  }

  // ---- what is due

  private void settle() {
    if (own.death().isPresent()) {
      die(own.death().get());
      return;
    }
    Outlook current = look();
    if (!current.equals(outlook)) {
      outlook = current;
      agenda.touchAll();
    }
    Collection<Joined> due = agenda.take(exchange.now(), exchange.groupWrites());
    settle(due, current);
    List<Input.Join> again = partings.forget(due);
    if (again.isEmpty()) {
      leaveIfDue();
    } else {
      again.forEach(this::join);
      settle();
    }
  }

  private void settle(Collection<Joined> due, Outlook current) {
    due.forEach(agenda::count);
    due.forEach(joined -> joined.track.lapse());
    if (started) {
      takePart(due, current);
    }
    due.forEach(joined -> joined.track.publish());
    due.forEach(joined -> agenda.settled(joined, exchange.now()));
  }

  private Outlook look() {
    ClockReading now = exchange.now();
    return new Outlook(
        own.lease(),
        own.stands(now),
        own.isKnown(),
        peers.changes(),
        started && peers.refusingOurLease() != null,
        now.nanos() - lastAnswer >= node.timing().lease().toNanos(),
        leaveBy != null,
        started);
  }

  private void takePart(Collection<Joined> due, Outlook current) {
    if (cycle.work(agenda.isHolder(node.self().incarnation()))) {
      removeTombstones();
    }
    findHolders(due);
    peers.expelOverdue();
    boolean mayLead = leaveBy == null && !current.refused() && !node.followsOnly();
    if (current.refused()) {
      due.forEach(joined -> joined.track.lose(RoleChangeCause.SETTINGS_REFUSED));
    }
    due.forEach(joined -> joined.acquisition.work(mayLead && !joined.parting));
    announceSelf();
    due.stream().filter(j -> !j.parting).forEach(j -> tellStanding(j.track, current));
  }

  private void die(RoleChangeCause cause) {
    finished = true;
    if (cause == RoleChangeCause.STORE_WIPED) {
      exchange.tell(
          new Action.Complain(Problem.STORE_WIPED, node.self().toString(), "it was there before"));
    }
    for (Joined joined : agenda.groups()) {
      joined.track.lose(cause);
      joined.track.confirmRelease();
    }
    exchange.tell(new Action.Died(cause));
  }

  private void removeTombstones() {
    Set<UUID> inUse = named;
    if (inUse != null && leaveBy == null) {
      peers.removeTombstones(inUse);
    }
  }

  private void findHolders(Collection<Joined> due) {
    for (Joined joined : due) {
      GroupRecord seen = joined.track.record();
      if (seen != null && !joined.track.isHeldByUs()) {
        seen.holder().ifPresent(peers::find);
      }
    }
  }

  /** As the others see it: with what was written. */
  private void announceSelf() {
    if (own.isKnown() && regrouped && own.isWritten()) {
      regrouped = false;
      peers.announceSelf(own.latest(), own.stored());
    }
  }

  private void tellStanding(GroupTrack track, Outlook current) {
    if (current.refused() || !track.isCompatible()) {
      track.tell(GroupStanding.SUSPENDED, RoleChangeCause.SETTINGS_REFUSED);
    } else if (track.isUnreadable()) {
      track.tell(GroupStanding.SUSPENDED, RoleChangeCause.SUPERSEDED);
    } else if (!track.isKnown()) {
      track.tell(GroupStanding.JOINING, RoleChangeCause.STARTED);
    } else if (current.cutOff()) {
      track.tell(GroupStanding.SUSPENDED, RoleChangeCause.LEASE_EXPIRED);
    } else {
      track.tell(
          node.followsOnly() ? GroupStanding.RELAY : GroupStanding.MEMBER, RoleChangeCause.STARTED);
    }
  }

  /** R5: first every group, then no renewal any more, then LEFT. */
  private void leaveIfDue() {
    Long latest = leaveBy;
    if (latest == null) {
      return;
    }
    boolean late = exchange.now().nanos() - latest >= 0;
    boolean free = agenda.groups().stream().noneMatch(joined -> joined.track.mayBeHeldByUs());
    if (late || (free && own.leave())) {
      finished = true;
      for (Joined joined : agenda.groups()) {
        joined.track.confirmRelease();
        joined.track.tell(GroupStanding.LEFT, RoleChangeCause.SHUTDOWN);
      }
      exchange.tell(new Action.Left());
    }
  }

  /**
   * When time itself is the next input.
   *
   * @param now the latest reading
   * @return on the monotonic clock; {@link Input.Tick} is due then at the latest
   */
  public long nextWakeUp(ClockReading now) {
    if (finished) {
      return now.nanos() + FAR;
    }
    if (!started) {
      return now.nanos();
    }
    Long latest = leaveBy;
    long next = cycle.nextWakeUp();
    next = latest == null ? next : Nanos.earlier(next, latest);
    return agenda.nextWakeUp(peers.nextWakeUp(own.nextWakeUp(next)));
  }
}
