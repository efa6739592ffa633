package dev.primacy.core.elector;

import dev.primacy.FencingToken;
import dev.primacy.NodeId;
import dev.primacy.NodeLifecycle;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.core.record.UnknownFields;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One elector against a store that answers as the test says, on clocks the test moves. */
final class ScriptedStore {

  static final Timing TIMING = Timing.of(Duration.ofSeconds(3), 0.01);
  static final long LEASE = TIMING.lease().toNanos();
  static final long MS = 1_000_000;

  final UUID self = new UUID(1, 1);
  final Elector elector;
  final List<Action> actions = new ArrayList<>();
  final Map<RecordKey, StoredRecord> records = new LinkedHashMap<>();
  final Map<String, Admission> published = new HashMap<>();

  /** Answers a write; returns null for "do as a store does". */
  Function<Request, PutOutcome> writes = request -> null;

  /** Whether reads and lists are answered. */
  boolean reads = true;

  /** Whether anything is; what is sent meanwhile is answered later. */
  boolean answers = true;

  private final Deque<Action.Send> sent = new ArrayDeque<>();
  private long versions;
  private long nanos = 5 * LEASE;
  private long millis = 1_000_000;

  ScriptedStore() {
    this(UnaryOperator.identity());
  }

  ScriptedStore(UnaryOperator<NodeSettings> settings) {
    this(settings, LeaseBounds.of(TIMING));
  }

  ScriptedStore(UnaryOperator<NodeSettings> settings, LeaseBounds seen) {
    elector = new Elector(settings.apply(plain()), new SplittableRandom(7), seen);
  }

  ScriptedStore(ElectionRules rules) {
    elector = new Elector(plain(), new SplittableRandom(7), rules);
  }

  private NodeSettings plain() {
    return NodeSettings.of(new NodeId("n1", self), TIMING);
  }

  ClockReading now() {
    return new ClockReading(nanos, millis);
  }

  /** Joins and lets the cluster settle until the first term may be taken. */
  ScriptedStore joined(String group) {
    give(new Input.Join(group, ElectionPolicy.AUTOMATIC));
    give(new Input.Tick());
    return this;
  }

  /** Hands an input in, and answers everything that is asked because of it. */
  void give(Input input) {
    accept(input);
    while (answers && !sent.isEmpty()) {
      answer(sent.remove());
    }
  }

  private void accept(Input input) {
    for (Action action : elector.handle(input, now())) {
      actions.add(action);
      if (action instanceof Action.Send send) {
        sent.add(send);
      } else if (action instanceof Action.Publish publish) {
        published.put(publish.group(), publish.admission());
      }
    }
  }

  private void answer(Action.Send send) {
    long number = send.number();
    Request request = send.request();
    if (request instanceof Request.PutAndList both) {
      answer(new Action.Send(number, both.put()));
      answer(new Action.Send(number + 1, new Request.List()));
    } else if (request instanceof Request.Put || request instanceof Request.Remove) {
      PutOutcome scripted = writes.apply(request);
      accept(new Input.Written(number, scripted == null ? write(request) : scripted));
    } else if (!reads) {
      accept(new Input.NotFoundOut(number));
    } else if (request instanceof Request.Read read) {
      StoredRecord found = records.get(read.key());
      accept(new Input.Found(number, found == null ? List.of() : List.of(found)));
    } else {
      accept(new Input.Found(number, List.copyOf(records.values())));
    }
  }

  /** What a store does. */
  PutOutcome write(Request request) {
    RecordKey key =
        request instanceof Request.Put put ? put.key() : ((Request.Remove) request).key();
    RecordVersion expected =
        request instanceof Request.Put put ? put.expected() : ((Request.Remove) request).expected();
    StoredRecord found = records.get(key);
    if (!expected.equals(found == null ? RecordVersion.ABSENT : found.version())) {
      return new PutOutcome.Conflict();
    }
    if (request instanceof Request.Put put) {
      return new PutOutcome.Stored(set(put.key(), put.value()));
    }
    records.remove(key);
    return new PutOutcome.Stored(RecordVersion.ABSENT);
  }

  RecordVersion set(RecordKey key, byte[] value) {
    RecordVersion version = new RecordVersion("v" + ++versions);
    records.put(key, new StoredRecord(key, version, value));
    return version;
  }

  /** Lets time pass, ticking whenever the elector wants it. */
  void pass(long duration) {
    long end = nanos + duration;
    while (elector.nextWakeUp(now()) - end <= 0) {
      move(Math.max(1, elector.nextWakeUp(now()) - nanos));
      give(new Input.Tick());
    }
    move(end - nanos);
    give(new Input.Tick());
  }

  /** Moves both clocks without telling anybody. */
  void move(long duration) {
    nanos += duration;
    millis = 1_000_000 + (nanos - 5 * LEASE) / MS;
  }

  void hint(RecordKey key) {
    give(new Input.Hinted(key));
  }

  // ---- others

  static RecordKey node(UUID incarnation) {
    return new RecordKey(RecordKind.NODE, incarnation.toString());
  }

  static RecordKey group(String name) {
    return new RecordKey(RecordKind.GROUP, name);
  }

  void peer(UUID incarnation, NodeState state, long attempt) {
    peer(incarnation, state, attempt, TIMING.lease());
  }

  void peer(UUID incarnation, NodeState state, long attempt, Duration lease) {
    peer(incarnation, state, attempt, lease, Set.of("ledger"));
  }

  void peer(UUID incarnation, NodeState state, long attempt, Set<String> groups) {
    peer(incarnation, state, attempt, TIMING.lease(), groups);
  }

  private void peer(
      UUID incarnation, NodeState state, long attempt, Duration lease, Set<String> groups) {
    NodeRecord record =
        new NodeRecord(
            "other",
            state,
            attempt,
            lease,
            0.01,
            TIMING.longestLease(),
            groups,
            false,
            false,
            0,
            Optional.empty(),
            NodeLifecycle.UP,
            Map.of(),
            Optional.empty(),
            Map.of(),
            UnknownFields.NONE);
    set(node(incarnation), RecordCodec.encode(record));
  }

  void groupIs(String name, UnaryOperator<GroupRecord> change) {
    set(group(name), RecordCodec.encode(change.apply(groupNow(name))));
  }

  GroupRecord groupNow(String name) {
    try {
      return RecordCodec.decodeGroup(records.get(group(name)).value());
    } catch (RecordFormatException impossible) {
      throw new AssertionError(impossible);
    }
  }

  NodeRecord nodeNow(UUID incarnation) {
    try {
      return RecordCodec.decodeNode(records.get(node(incarnation)).value());
    } catch (RecordFormatException impossible) {
      throw new AssertionError(impossible);
    }
  }

  GroupRecord newGroup() {
    return GroupRecord.created(
        new UUID(9, 9), ElectionPolicy.AUTOMATIC.name(), "format 1, election AUTOMATIC");
  }

  // ---- what was said

  <A extends Action> List<A> said(Class<A> type) {
    return actions.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** One for each number: a write with a list is two of them. */
  List<Request> asked() {
    return sent().stream()
        .flatMap(
            request ->
                request instanceof Request.PutAndList both
                    ? Stream.of(both.put(), new Request.List())
                    : Stream.of(request))
        .toList();
  }

  /** What it costs the store. */
  List<Request> sent() {
    return said(Action.Send.class).stream().map(Action.Send::request).toList();
  }

  FencingToken granted() {
    List<Action.Granted> granted = said(Action.Granted.class);
    return granted.get(granted.size() - 1).token();
  }

  /** Primary of the group, with calls let in. */
  FencingToken primaryOf(String group) {
    joined(group);
    pass(2 * LEASE);
    FencingToken token = granted();
    give(new Input.Open(group, token));
    return token;
  }

  boolean admits(String group) {
    Admission admission = published.getOrDefault(group, Admission.CLOSED);
    return admission.open()
        && millis < admission.millisDeadline()
        && nanos - admission.nanosDeadline() < 0;
  }
}
