package dev.primacy.core.runtime;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.SwitchoverException;
import dev.primacy.core.elector.Action;
import dev.primacy.core.elector.ElectionPolicy;
import dev.primacy.core.elector.Input;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.settings.SettingText;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.RecordVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The life cycle of one group on this node: brings what the elector says, what observers do and
 * what calls are under way into the one order that is promised. Every method runs on the lease
 * thread and returns at once.
 */
final class GroupCycle {

  /** The way to the elector. */
  interface Elections {
    void submit(Input input);
  }

  private final GroupMembership membership;
  private final ElectionPolicy policy;
  private final Conduct conduct;
  private final Announcer announcer;
  private final CycleTools tools;

  private @Nullable Tenure tenure;
  private boolean leaving;

  /** The latest one, whether or not it is over. */
  private @Nullable Switchover switchover;

  /** What to do once the group is left while the node stays; null while it is not to be. */
  private @Nullable Runnable whenLeft;

  /** The elector was told to forget the group; it is waited for so long. */
  private @Nullable Patience forgetting;

  private boolean over;

  GroupCycle(
      GroupMembership membership,
      ElectionPolicy policy,
      Conduct conduct,
      Announcer announcer,
      CycleTools tools) {
    this.membership = membership;
    this.policy = policy;
    this.conduct = conduct;
    this.announcer = announcer;
    this.tools = tools;
  }

  String group() {
    return membership.group();
  }

  /** What each incarnation of this node asks for; nothing once the group is being left. */
  Optional<Input.Join> join() {
    return whenLeft == null ? Optional.of(new Input.Join(group(), policy)) : Optional.empty();
  }

  /** How many tasks of delivery wait. */
  int waiting() {
    return announcer.waiting();
  }

  GroupMembership membership() {
    return membership;
  }

  ElectionPolicy policy() {
    return policy;
  }

  Conduct conduct() {
    return conduct;
  }

  Announcer announcer() {
    return announcer;
  }

  /** Whether a role is being taken on or given up. */
  boolean isChanging() {
    Tenure current = tenure;
    return current != null && current.step != Tenure.Step.OPEN;
  }

  // ---- start and end

  void start(RoleChangeCause cause) {
    announcer.started(cause);
  }

  /** Gives up what is held, and whatever is granted from now on. */
  CompletableFuture<Void> leave(Set<String> held) {
    leaving = true;
    if (tenure != null) {
      held.add(group());
    }
    return stepDown(RoleChangeCause.SHUTDOWN);
  }

  /** The last event, once. */
  void left(RoleChangeCause cause) {
    if (over) {
      return;
    }
    Tenure abandoned = tenure;
    if (abandoned != null) {
      over(abandoned, cause);
    }
    over = true;
    if (switchover != null) {
      switchover.left();
    }
    membership.gate().publish(Admission.CLOSED);
    membership.show(membership.picture().with(GroupStanding.LEFT));
    announcer.left(cause);
    if (whenLeft != null) {
      whenLeft.run();
    }
  }

  /** Has something done on the lease thread once the last event was delivered. */
  void afterLastEvent(Runnable step) {
    announcer.afterwards(step);
  }

  // ---- leaving the group while the node stays

  /** Gives up what is held, has the elector forget the group, and then tells the last event. */
  void leaveGroup(Runnable then) {
    leaving = true;
    whenLeft = then;
    var unused = stepDown(RoleChangeCause.LEFT).thenRun(this::forget);
  }

  private void forget() {
    if (!over) {
      Patience patience = tools.patience(tools.lease(), this::forgotten);
      forgetting = patience;
      patience.start();
      tools.elections().submit(new Input.LeaveGroup(group()));
    }
  }

  /** The elector has forgotten the group; or goes on trying, and nobody acts in it any more. */
  void forgotten() {
    Patience waiting = forgetting;
    if (waiting != null) {
      waiting.cancel();
      left(RoleChangeCause.LEFT);
    }
  }

  // ---- up

  void granted(FencingToken token) {
    announcer.announceFall();
    Tenure next = new Tenure(token);
    tenure = next;
    conduct.granted();
    if (leaving || announcer.isOverrun()) {
      release(next);
      return;
    }
    Patience patience = observers(next, () -> prepared(next, timeoutText()));
    announcer.changing(
        NodeRole.PRIMARY,
        token,
        RoleChangeCause.ACQUIRED,
        patience,
        problem -> prepared(next, problem));
  }

  private String timeoutText() {
    return "observers took longer than primacy.observers.timeout="
        + SettingText.show(tools.settings().timeout());
  }

  private void prepared(Tenure candidate, @Nullable String problem) {
    if (candidate != tenure || candidate.step != Tenure.Step.PREPARING) {
      return;
    }
    boolean handBack = problem != null && tools.settings().stepDownOnFailure();
    if (problem != null) {
      tools.transcript().promotionFailed(membership, candidate.token, problem, handBack);
    }
    if (handBack) {
      candidate.cause = RoleChangeCause.PROMOTION_FAILED;
      giveUp(candidate);
    } else {
      candidate.next(Tenure.Step.OPENING);
      tools.elections().submit(new Input.Open(group(), candidate.token));
    }
  }

  /**
   * What calls are judged by changed; the first snapshot with the token is the role's beginning.
   */
  void published(Admission admission) {
    membership.gate().publish(admission);
    Tenure current = tenure;
    if (current != null && current.step == Tenure.Step.OPENING && admission.open()) {
      current.next(Tenure.Step.OPEN);
      announcer.rose(current.token);
      tools.oversight().seen(this);
    }
  }

  // ---- down, by choice

  CompletableFuture<Void> stepDown(RoleChangeCause cause) {
    Tenure current = tenure;
    if (current == null) {
      return CompletableFuture.completedFuture(null);
    }
    if (current.step == Tenure.Step.OPEN) {
      close(current, cause);
    } else if (current.step == Tenure.Step.PREPARING || current.step == Tenure.Step.OPENING) {
      current.cause = cause;
      giveUp(current);
    }
    return current.over;
  }

  /** Steps down in favour of one node; what comes of it is known once a successor is seen. */
  CompletableFuture<Void> switchover(Successor wanted, Nomination nomination) {
    Tenure current = tenure;
    if (current == null || current.step != Tenure.Step.OPEN || !membership.isPrimary()) {
      return CompletableFuture.failedFuture(membership.notPrimary(wanted));
    }
    NodeId next;
    try {
      next = nomination.find(membership, wanted);
    } catch (SwitchoverException refused) {
      return CompletableFuture.failedFuture(refused);
    }
    Switchover begun = new Switchover(membership, current.token, next);
    switchover = begun;
    current.successor = Optional.of(next.incarnation());
    tools.transcript().switchover(membership, current.token, next);
    Duration time = tools.lease().multipliedBy(2);
    var unused = current.over.thenRun(() -> begun.released(tools, time));
    close(current, RoleChangeCause.SWITCHOVER);
    return begun.done();
  }

  private void close(Tenure current, RoleChangeCause cause) {
    current.cause = cause;
    current.next(Tenure.Step.CLOSING);
    tools.elections().submit(new Input.Close(group(), current.token));
    if (current != tenure) {
      return;
    }
    long calls = membership.gate().inFlight().count();
    tools.transcript().guardClosed(membership, current.token, cause, calls);
    Patience patience = observers(current, () -> closingTookTooLong(current));
    announcer.changing(
        NodeRole.SECONDARY, current.token, cause, patience, problem -> drain(current));
  }

  private void closingTookTooLong(Tenure current) {
    if (current == tenure && current.step == Tenure.Step.CLOSING) {
      tools.transcript().observersTooSlow(group(), tools.settings().timeout());
      drain(current);
    }
  }

  private void drain(Tenure current) {
    if (current != tenure || current.step != Tenure.Step.CLOSING) {
      return;
    }
    current.next(Tenure.Step.DRAINING);
    tools.leftovers().sweep();
    current.await(
        tools.patience(tools.settings().drainTimeout(), () -> drainingTookTooLong(current)));
    new Drain(membership.gate().inFlight(), tools.loop(), () -> drained(current)).start();
  }

  private void drained(Tenure current) {
    if (current == tenure && current.step == Tenure.Step.DRAINING) {
      giveUp(current);
    }
  }

  private void drainingTookTooLong(Tenure current) {
    if (current == tenure && current.step == Tenure.Step.DRAINING) {
      tellWhatStillRuns(current.token);
      giveUp(current);
    }
  }

  private void tellWhatStillRuns(FencingToken token) {
    long calls = membership.gate().inFlight().count();
    tools
        .leftovers()
        .tell(
            membership.gate(),
            token,
            calls,
            lines -> tools.transcript().stillRunning(group(), calls, tools.settings(), lines));
  }

  /** What exists on the primary alone goes first: the successor's may not be there beside it. */
  private void giveUp(Tenure current) {
    if (!tools.deliveries().isTenant(group())) {
      release(current);
      return;
    }
    membership.gate().inFlight().watch(null);
    current.next(Tenure.Step.CLEARING);
    current.await(tools.patience(tools.settings().timeout(), () -> cleared(current)));
    announcer.tenureEnds(() -> cleared(current));
  }

  private void cleared(Tenure current) {
    if (current == tenure && current.step == Tenure.Step.CLEARING) {
      release(current);
    }
  }

  private void release(Tenure current) {
    current.next(Tenure.Step.RELEASING);
    membership.gate().inFlight().watch(null);
    current.await(tools.patience(tools.lease(), () -> releasedByTime(current)));
    tools.elections().submit(new Input.Release(group(), current.token, current.successor));
  }

  /** The term is burned and the lease has ended: whatever the store says, nobody acts on it. */
  private void releasedByTime(Tenure current) {
    if (current == tenure && current.step == Tenure.Step.RELEASING) {
      over(current, current.cause);
      endOfBatch();
    }
  }

  // ---- over

  void released(FencingToken token) {
    Tenure current = tenure;
    if (current != null && current.token.equals(token)) {
      over(current, current.cause);
    }
  }

  void lost(FencingToken token, RoleChangeCause cause) {
    Tenure current = tenure;
    if (current != null && current.token.equals(token)) {
      fallen(current, cause);
    }
  }

  /** Not by choice, unless this node was about to leave and did not get to it in time. */
  private void fallen(Tenure current, RoleChangeCause cause) {
    boolean chosen = cause == RoleChangeCause.SHUTDOWN || cause == RoleChangeCause.LEFT;
    if (current.step.isActing() && !chosen) {
      tools.losses().lost(membership, current.token, cause);
    }
    over(current, cause);
  }

  /** The incarnation is dead: nothing is held, whatever the elector managed to say. */
  void died(RoleChangeCause cause) {
    membership.gate().publish(Admission.CLOSED);
    Tenure current = tenure;
    if (current != null) {
      fallen(current, cause);
    }
    conduct.died();
    standing(GroupStanding.SUSPENDED, cause);
    if (whenLeft != null) {
      // and what it held is nobody's any more
      left(RoleChangeCause.LEFT);
    }
  }

  private void over(Tenure current, RoleChangeCause cause) {
    current.next(Tenure.Step.RELEASING);
    membership.gate().inFlight().watch(null);
    tenure = null;
    announcer.fell(current.token, cause);
    conduct.over(cause);
    if (tools.deliveries().isTenant(group())) {
      announcer.tenureEnds(() -> {});
    }
    current.over.complete(null);
  }

  // ---- standing and holder

  boolean isHeldBy(UUID incarnation) {
    return primaryId().filter(id -> id.incarnation().equals(incarnation)).isPresent();
  }

  /** Who holds it as last seen. */
  Optional<NodeId> primaryId() {
    return membership.primaryId();
  }

  /** A node is gone; returns whether it matters here. */
  boolean gone(UUID incarnation, NodeLeftCause cause) {
    boolean held = isHeldBy(incarnation);
    if (held) {
      announcer.gone(incarnation, cause);
    }
    return held;
  }

  /** Runs something on the group's lane. */
  void onLane(Runnable task) {
    announcer.onLane(task);
  }

  void standing(GroupStanding standing, RoleChangeCause cause) {
    if (over || standing == GroupStanding.LEFT) {
      // told with the last event, which comes when the store may be closed
      return;
    }
    Conduct.Verdict verdict = conduct.judge(standing, cause);
    membership.show(membership.picture().with(verdict.standing()));
    announcer.because(verdict.cause());
  }

  /** The group's record as the store shows it. */
  void seen(RecordVersion version, @Nullable GroupRecord record) {
    if (!over) {
      membership.show(membership.picture().seen(version, record));
      announcer.seen(version, record);
      tools.oversight().seen(this);
    }
  }

  void heldBy(Primary holder, Optional<FencingToken> token) {
    if (!over) {
      membership.show(membership.picture().heldBy(holder, token));
      if (switchover != null) {
        switchover.heldBy(holder.id(), token);
      }
    }
  }

  /** The store shows what nobody should see; what was held is lost already. */
  void contested(Action.Contested claim) {
    tools.transcript().contested(membership, claim);
    tools.deliveries().contested(claim);
  }

  /** Announces what a batch of actions came to; too much of it, and the group is given up. */
  void endOfBatch() {
    // that a primary is gone is told before what this node makes of it
    announcer.endOfBatch();
    conduct.endOfBatch();
    tools.oversight().settled(this);
    if (announcer.overflows()) {
      // as a step of its own, so that the guard is closed before anybody is told
      tools.loop().post(this::giveUpOverrun);
    }
  }

  private void giveUpOverrun() {
    var unused = stepDown(RoleChangeCause.EVENTS_OVERFLOWED);
  }

  private Patience observers(Tenure current, Runnable onTimeout) {
    Patience patience = tools.patience(tools.settings().timeout(), onTimeout);
    current.await(patience);
    return patience;
  }
}
