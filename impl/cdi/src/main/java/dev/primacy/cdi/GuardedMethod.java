package dev.primacy.cdi;

import dev.primacy.Fence;
import dev.primacy.OnSecondary;
import dev.primacy.OutcomeUnknownException;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.gate.GuardOutcome;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A method of one bean or resource class that only the primary runs. There is one object per class
 * and method, so identity may be compared. Safe on any thread.
 *
 * @since 0.1
 */
public final class GuardedMethod {
  /** The status of refusals that nobody is told of. */
  private static final int NO_ANSWER = 503;

  private final Class<?> type;
  private final Method method;
  private final GuardSpec spec;
  private final Gate gate;
  private final WaitingRoom waiting;
  private final boolean returnsStage;
  private final boolean requested;
  private final boolean logged;
  private final Set<Enforcement> enforcedBy = ConcurrentHashMap.newKeySet();

  GuardedMethod(
      Class<?> type,
      Method method,
      GuardSpec spec,
      Gate gate,
      WaitingRoom waiting,
      boolean logged) {
    this.type = type;
    this.method = method;
    this.spec = spec;
    this.gate = gate;
    this.waiting = waiting;
    this.logged = logged;
    this.returnsStage = CompletionStage.class.isAssignableFrom(method.getReturnType());
    this.requested = Resources.isRequested(type, method);
  }

  /**
   * A method that runs on the primary because a schedule says so, and is in no registry.
   *
   * @param type the class the method is called on
   * @param method the method
   * @param gate the gate of its group
   * @return for {@link CallScope#within}
   */
  public static GuardedMethod scheduled(Class<?> type, Method method, Gate gate) {
    GuardSpec spec =
        new GuardSpec(gate.group(), OnSecondary.SKIP, 0, Fence.NONE, 0, NO_ANSWER, false);
    return new GuardedMethod(type, method, spec, gate, new WaitingRoom(0), false);
  }

  /**
   * The class the method is called on, never a container's proxy.
   *
   * @return the bean or resource class
   */
  public Class<?> type() {
    return type;
  }

  /**
   * The method, as declared nearest to {@link #type}.
   *
   * @return the method
   */
  public Method method() {
    return method;
  }

  /**
   * What it demands.
   *
   * @return the specification
   */
  public GuardSpec spec() {
    return spec;
  }

  /**
   * The gate of its group; {@link #enter} asks it.
   *
   * @return the gate
   */
  public Gate gate() {
    return gate;
  }

  /**
   * Asks the gate to let a call in, and waits with the call if it may wait: for the role, not until
   * the group is writable again.
   *
   * @return as {@link Gate#tryEnter}; null as well if the group is read-only, unless that is
   *     allowed
   */
  public @Nullable Admission enter() {
    Admission admitted = gate.tryEnter(spec.minRemainingNanos());
    if (admitted == null && spec.onSecondary() == OnSecondary.WAIT) {
      admitted = waiting.enter(gate, spec);
    }
    if (admitted != null && !mayWriteUnder(admitted)) {
      gate.turnAway(admitted);
      return null;
    }
    return admitted;
  }

  /**
   * Judges a call within another one of the same group, which was counted: by the tenure of that
   * one, also while it drains. Who was let in while the group was writable may finish.
   *
   * @param outer what the call around it was let in by
   * @return whether it may run
   */
  boolean admitsWithin(Admission outer) {
    long minRemaining = spec.minRemainingNanos();
    if (!gate.stands(outer)) {
      return false;
    }
    if (minRemaining == 0 && mayWriteUnder(outer)) {
      return true;
    }
    Admission now = gate.check(minRemaining);
    return now != null && (mayWriteUnder(outer) || mayWriteUnder(now));
  }

  private boolean mayWriteUnder(Admission admitted) {
    return !admitted.readOnly() || spec.readOnlyAllowed();
  }

  /**
   * The layers known to enforce it so far.
   *
   * @return a copy; empty if none has reported yet
   */
  public Set<Enforcement> enforcedBy() {
    EnumSet<Enforcement> copy = EnumSet.noneOf(Enforcement.class);
    copy.addAll(enforcedBy);
    return copy;
  }

  /**
   * The name for messages and refusals.
   *
   * @return for example {@code Ledger.post}
   */
  public String name() {
    return type.getSimpleName() + "." + method.getName();
  }

  /** Whether a call goes on until the stage it returns is complete. */
  boolean returnsStage() {
    return returnsStage;
  }

  /** Whether group and term are put into the logging context around its calls. */
  boolean isLogged() {
    return logged;
  }

  /** Whether it is a REST method, which a filter has to guard as well. */
  boolean isRequested() {
    return requested;
  }

  /** Counts what became of a call that nothing around it counts. */
  void count(GuardOutcome outcome) {
    gate.count(outcome);
  }

  /** A call was not let in: counts it as its guard asks for. */
  void countRefused() {
    boolean skipped = spec.onSecondary() == OnSecondary.SKIP;
    gate.count(skipped ? GuardOutcome.SKIPPED : GuardOutcome.REJECTED);
  }

  OutcomeUnknownException outcomeUnknown() {
    return new OutcomeUnknownException(
        CdiMessages.TEXT.outcomeUnknown(name(), spec.group()), gate.refusal());
  }

  /** Whether that is new. */
  boolean add(Enforcement layer) {
    return enforcedBy.add(layer);
  }

  @Override
  public String toString() {
    return name() + " in group " + spec.group();
  }
}
