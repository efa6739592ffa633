package dev.primacy.core.schedule;

import dev.primacy.FencingToken;
import dev.primacy.Firing;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.core.elector.Action;
import dev.primacy.core.elector.ClockReading;
import dev.primacy.core.elector.ElectionPolicy;
import dev.primacy.core.elector.Elector;
import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.NodeSettings;
import dev.primacy.core.elector.Request;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.gate.LeaseGate;
import dev.primacy.core.gate.RefusalFacts;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.UUID;

/** One process: the real elector, gate and schedule on clocks and a store that tests move. */
final class VirtualNode implements Clocks, RefusalFacts {

  /** The process was killed while the schedule ran. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  final String name;
  final LeaseGate gate;
  final ScheduleCycle cycle;
  private final VirtualCluster cluster;
  private final SplittableRandom random;
  private final Deque<Action.Send> sent = new ArrayDeque<>();
  private NodeId self = new NodeId("none", new UUID(0, 0));
  private Elector elector;
  private FencingToken held;
  private boolean leaving;

  long wallOffset;
  long pausedUntil;
  long cutUntil;
  boolean dead;
  boolean turning;
  private long turnAt;

  VirtualNode(
      VirtualCluster cluster, String name, long wallOffset, SchedulePlan plan, Defect defect) {
    this.cluster = cluster;
    this.name = name;
    this.wallOffset = wallOffset;
    this.random = cluster.random.split();
    this.gate = new LeaseGate(VirtualCluster.GROUP, this, this, Admission.CLOSED);
    FiringClaims stored =
        new StoredClaims(() -> new Way(), (group, token) -> false, plan.group(), plan.name());
    FiringClaims claims = cluster.record.claimsOf(defect.in(stored));
    this.cycle = new ScheduleCycle(plan, defect.in(gate), claims, this, this::run, cluster.record);
    incarnate();
  }

  private void incarnate() {
    self = new NodeId(name, new UUID(random.nextLong(), random.nextLong()));
    elector = new Elector(NodeSettings.of(self, VirtualCluster.TIMING), random);
    held = null;
    leaving = false;
    give(new Input.Join(VirtualCluster.GROUP, ElectionPolicy.AUTOMATIC));
    give(new Input.Tick());
  }

  // ---- time

  @Override
  public long nanos() {
    return cluster.nanos();
  }

  @Override
  public long millis() {
    return VirtualCluster.START + cluster.nanos() / 1_000_000 + wallOffset;
  }

  private boolean stopped() {
    return dead || cluster.nanos() < pausedUntil;
  }

  boolean isPrimary() {
    return !stopped() && gate.check(0) != null;
  }

  // ---- what happens to it by itself

  void elect() {
    if (!stopped() && elector.nextWakeUp(reading()) - cluster.nanos() <= 0) {
      give(new Input.Tick());
    }
    if (!stopped() && leaving && held != null && gate.inFlight().count() == 0) {
      leaving = false;
      give(new Input.Release(VirtualCluster.GROUP, held, Optional.empty()));
    }
  }

  void schedule() {
    while (!stopped() && !turning && cluster.nanos() - turnAt >= 0) {
      turning = true;
      try {
        turnAt = cluster.nanos() + cycle.turn().toNanos() + 1;
      } catch (Killed end) {
        return;
      } finally {
        turning = false;
      }
    }
  }

  private void run(Firing firing, Admission admission) {
    cluster.record.began(this, firing);
    long millis = random.nextInt(10) > 0 ? random.nextInt(200) : random.nextInt(2_500);
    takeTime(Duration.ofMillis(millis));
    if (random.nextInt(50) == 0) {
      throw new IllegalStateException("planted");
    }
  }

  /** Others go on meanwhile, and things happen to this one. */
  private void takeTime(Duration time) {
    cluster.pass(time);
    while (cluster.nanos() < pausedUntil && !dead) {
      cluster.pass(Duration.ofMillis(100));
    }
    if (dead) {
      throw new Killed();
    }
  }

  // ---- what others do to it

  void stepDown() {
    if (held != null) {
      give(new Input.Close(VirtualCluster.GROUP, held));
      leaving = true;
    }
  }

  // ---- the elector's surroundings

  private ClockReading reading() {
    return new ClockReading(nanos(), millis());
  }

  private void give(Input input) {
    accept(input);
    while (!sent.isEmpty()) {
      answer(sent.remove());
    }
  }

  private void accept(Input input) {
    for (Action action : elector.handle(input, reading())) {
      if (action instanceof Action.Send send) {
        sent.add(send);
      } else if (action instanceof Action.Publish publish) {
        publish(publish.admission());
      } else if (action instanceof Action.Granted granted) {
        held = granted.token();
        leaving = false;
        accept(new Input.Open(VirtualCluster.GROUP, held));
      } else if (action instanceof Action.Died) {
        sent.clear();
        gate.publish(Admission.CLOSED);
        incarnate();
        return;
      }
    }
  }

  private void publish(Admission admission) {
    gate.publish(admission);
    if (admission.token() == null) {
      held = null;
    } else if (admission.open()) {
      turnAt = cluster.nanos();
      cluster.record.opened(admission.token());
    }
  }

  private void answer(Action.Send send) {
    RecordStore store = new Way();
    Request request = send.request();
    try {
      if (request instanceof Request.PutAndList both) {
        // the write's answer may end this incarnation, and then nobody asks for the list any more
        sent.addFirst(new Action.Send(send.number() + 1, new Request.List()));
        answer(new Action.Send(send.number(), both.put()));
      } else if (request instanceof Request.Put put) {
        PutOutcome outcome = store.put(put.key(), put.expected(), put.value());
        accept(new Input.Written(send.number(), outcome));
      } else if (request instanceof Request.Remove remove) {
        PutOutcome outcome = store.remove(remove.key(), remove.expected());
        accept(new Input.Written(send.number(), outcome));
      } else if (request instanceof Request.Read read) {
        accept(new Input.Found(send.number(), store.read(read.key()).stream().toList()));
      } else {
        accept(new Input.Found(send.number(), store.list()));
      }
    } catch (StoreException unanswered) {
      accept(new Input.NotFoundOut(send.number()));
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** This node's way to the store: cut at times, and slow and lossy for what schedules write. */
  private final class Way implements RecordStore {

    @Override
    public Optional<StoredRecord> read(RecordKey key) throws StoreException {
      requireConnection();
      return cluster.store.read(key);
    }

    @Override
    public List<StoredRecord> list() throws StoreException {
      requireConnection();
      return cluster.store.list();
    }

    private void requireConnection() throws StoreException {
      if (cluster.nanos() < cutUntil) {
        throw VirtualStore.silence();
      }
    }

    @Override
    public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
      if (cluster.nanos() < cutUntil) {
        return unknown();
      }
      return key.kind() == RecordKind.SCHEDULE
          ? claim(key, expected, value)
          : cluster.store.put(key, expected, value);
    }

    private PutOutcome claim(RecordKey key, RecordVersion expected, byte[] value) {
      switch (random.nextInt(40)) {
        case 0 -> {
          Duration delay = Duration.ofMillis(random.nextInt(8_000));
          cluster.later(delay, () -> cluster.store.put(key, expected, value));
          return unknown();
        }
        case 1 -> {
          cluster.store.put(key, expected, value);
          return unknown();
        }
        case 2 -> {
          PutOutcome outcome = cluster.store.put(key, expected, value);
          pausedUntil = cluster.nanos() + random.nextLong(6_000_000_000L);
          takeTime(Duration.ZERO);
          return outcome;
        }
        default -> {
          PutOutcome outcome = cluster.store.put(key, expected, value);
          takeTime(Duration.ofMillis(random.nextInt(20)));
          return outcome;
        }
      }
    }

    private static PutOutcome unknown() {
      return new PutOutcome.Unknown(VirtualStore.silence());
    }

    @Override
    public PutOutcome remove(RecordKey key, RecordVersion expected) {
      return cluster.nanos() < cutUntil ? unknown() : cluster.store.remove(key, expected);
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  // ---- what a refusal would tell

  @Override
  public NodeId node() {
    return self;
  }

  @Override
  public GroupStanding standing() {
    return GroupStanding.MEMBER;
  }

  @Override
  public Optional<NodeId> primaryId() {
    return Optional.empty();
  }

  @Override
  public OptionalLong latestTerm() {
    return OptionalLong.empty();
  }

  @Override
  public Duration patience() {
    return VirtualCluster.TIMING.lease();
  }
}
