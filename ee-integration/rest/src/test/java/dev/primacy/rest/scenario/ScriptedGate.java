package dev.primacy.rest.scenario;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.Refusal;
import dev.primacy.RefusalReason;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A gate that a test opens and closes; it counts like the real one. */
public final class ScriptedGate implements Gate {
  private static final UUID SCOPE = new UUID(7, 7);
  private static final NodeId NODE = new NodeId("host-1.example", new UUID(1, 2));
  private static final NodeId OTHER = new NodeId("host-2.example", new UUID(3, 4));

  private final String group;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger entries = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile CountDownLatch opening = new CountDownLatch(1);
  private volatile Optional<URI> endpoint = Optional.empty();
  private volatile boolean open;
  private volatile boolean standalone;
  private volatile Admission admission = Admission.CLOSED;
  private volatile Duration remaining = Duration.ofSeconds(5);
  private volatile Refusal refusal;

  ScriptedGate(String group) {
    this.group = group;
    secondary();
  }

  /** This node holds the group under the term. */
  public void primary(long term) {
    remaining = Duration.ofSeconds(5);
    refusal = facts(NodeRole.PRIMARY, GroupStanding.MEMBER, RefusalReason.LEASE_EXPIRED, term);
    admission = new Admission(new FencingToken(SCOPE, term), 0, 0);
    standalone = false;
    open = true;
    opening.countDown();
  }

  /** This node holds the group under the term, and nobody may write. */
  public void readOnly(long term) {
    primary(term);
    refusal = facts(NodeRole.PRIMARY, GroupStanding.MEMBER, RefusalReason.READ_ONLY, term);
    admission = new Admission(new FencingToken(SCOPE, term), 0, 0, true, true);
  }

  /** Another node holds the group under term 41. */
  public void secondary() {
    open = false;
    opening = new CountDownLatch(1);
    refusal = facts(NodeRole.SECONDARY, GroupStanding.MEMBER, RefusalReason.NOT_PRIMARY, 41);
  }

  /** The first verdict has not come yet. */
  public void joining() {
    open = false;
    refusal =
        new Refusal(
            group,
            NODE,
            NodeRole.SECONDARY,
            GroupStanding.JOINING,
            RefusalReason.UNDECIDED,
            Optional.empty(),
            OptionalLong.empty(),
            Duration.ofMillis(300));
  }

  /** One server, no cluster. */
  public void standalone() {
    admission = Admission.STANDALONE;
    standalone = true;
    open = true;
  }

  /** The primary says that it is reached there. */
  public void primaryAt(String url) {
    endpoint = Optional.of(URI.create(url));
  }

  /** Calls that wait for it to open. */
  public int waiting() {
    return waiting.get();
  }

  /** The lease lasts this much longer. */
  public void remaining(Duration left) {
    remaining = left;
  }

  /** Calls counted in and not yet out. */
  public int inFlight() {
    return inFlight.get();
  }

  /** Calls counted in since the last {@link #reset}. */
  public int entries() {
    return entries.get();
  }

  void reset() {
    inFlight.set(0);
    entries.set(0);
    endpoint = Optional.empty();
    secondary();
  }

  @Override
  public String group() {
    return group;
  }

  @Override
  public Admission tryEnter(long minRemainingNanos) {
    Admission admitted = check(minRemainingNanos);
    if (admitted != null) {
      entries.incrementAndGet();
      inFlight.incrementAndGet();
    }
    return admitted;
  }

  @Override
  public Admission awaitEntry(long minRemainingNanos, long patienceNanos) {
    CountDownLatch next = opening;
    waiting.incrementAndGet();
    try {
      return next.await(patienceNanos, TimeUnit.NANOSECONDS) ? tryEnter(minRemainingNanos) : null;
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      waiting.decrementAndGet();
    }
  }

  @Override
  public Optional<ClusterNode> primary() {
    return Optional.of(new ClusterNode(OTHER, endpoint, Set.of(group), 0, false, Map.of()));
  }

  @Override
  public Admission check(long minRemainingNanos) {
    boolean longEnough = standalone || remaining.toNanos() >= minRemainingNanos;
    return open && longEnough ? admission : null;
  }

  @Override
  public void leave(Admission admitted) {
    inFlight.decrementAndGet();
  }

  @Override
  public boolean stands(Admission admitted) {
    return open && admission.equals(admitted);
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }

  @Override
  public NotPrimaryException refuse(String target) {
    return new NotPrimaryException(target + " runs on the primary only", refusal);
  }

  private Refusal facts(NodeRole role, GroupStanding standing, RefusalReason reason, long term) {
    return new Refusal(
        group,
        NODE,
        role,
        standing,
        reason,
        Optional.of(OTHER),
        OptionalLong.of(term),
        Duration.ofMillis(2300));
  }
}
