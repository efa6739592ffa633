package dev.primacy.cdi;

import dev.primacy.Fence;
import dev.primacy.OnSecondary;
import dev.primacy.OutcomeUnknownException;
import dev.primacy.PrimaryOnly;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.GuardOutcome;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Enforces {@link PrimaryOnly} on beans: entry check, count for the drain, exit check. Inside
 * transactions, so that what it throws after the method rolls them back.
 *
 * <p>A method that the registry does not know is refused as a defect: an interceptor that does not
 * know what to demand must not let anybody in. So is a REST method while no filter guards the
 * resources, since the application is not deployed as its guards need it.
 *
 * @since 0.1
 */
@PrimaryOnly
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class PrimaryOnlyInterceptor implements Serializable {
  private static final long serialVersionUID = 1L;

  private record Site(Method method, GuardedMethod guarded) {}

  /** A client proxy, and so serializable along with the bean that is intercepted. */
  @SuppressWarnings("serial")
  private final GuardRegistry registry;

  /**
   * The guarded methods called so far on the bean instance this interceptor belongs to. Containers
   * pass the same {@link Method} object each time, so that the call path compares references
   * instead of hashing, and allocates nothing.
   */
  private transient volatile Site @Nullable [] sites;

  /**
   * Made by the container for each instance of a guarded bean.
   *
   * @param registry what guarded methods demand
   */
  @Inject
  public PrimaryOnlyInterceptor(GuardRegistry registry) {
    this.registry = registry;
  }

  /**
   * Lets a call in on the primary only.
   *
   * @param call the call of a business method or a timeout
   * @return what the method returned; nothing if it was skipped
   * @throws Exception what the method threw, {@link dev.primacy.NotPrimaryException} if it was
   *     refused, {@link OutcomeUnknownException} if the role ended while it ran
   */
  @AroundInvoke
  @AroundTimeout
  public @Nullable Object guard(InvocationContext call) throws Exception {
    GuardedMethod guarded = guarded(call);
    @Nullable Object[] frame = CallScope.frame();
    Admission outer = CallScope.outer(frame, guarded.gate());
    return outer == null ? count(call, guarded, frame) : within(outer, call, guarded, frame);
  }

  private static @Nullable Object count(
      InvocationContext call, GuardedMethod guarded, @Nullable Object[] frame) throws Exception {
    Admission admission = guarded.enter();
    if (admission == null) {
      guarded.countRefused();
      return refuse(guarded);
    }
    return counted(call, guarded, frame, admission);
  }

  private static @Nullable Object counted(
      InvocationContext call, GuardedMethod guarded, @Nullable Object[] frame, Admission admission)
      throws Exception {
    CallScope.Around around = CallScope.enter(frame, guarded, admission);
    boolean leavesLater = false;
    try {
      Object result = proceed(call, guarded, admission);
      if (guarded.returnsStage() && result instanceof CompletionStage<?> stage) {
        leavesLater = true;
        return GuardedStage.follow(stage, guarded, admission);
      }
      if (!guarded.gate().stands(admission)) {
        guarded.count(GuardOutcome.LOST);
        throw guarded.outcomeUnknown();
      }
      return result;
    } finally {
      CallScope.leave(frame, around);
      if (!leavesLater) {
        guarded.gate().leave(admission);
      }
    }
  }

  /** Let in and counted already: judged by the tenure of the outer call, also while it drains. */
  private static @Nullable Object within(
      Admission outer, InvocationContext call, GuardedMethod guarded, @Nullable Object[] frame)
      throws Exception {
    if (!guarded.admitsWithin(outer)) {
      return refuse(guarded);
    }
    Object result =
        guarded.spec().fence() == Fence.NONE
            ? proceed(call, guarded, outer)
            : fenced(outer, call, guarded, frame);
    return stillStanding(result, guarded, outer);
  }

  /** Transactions within are fenced, whatever the call around this one asks for. */
  private static @Nullable Object fenced(
      Admission outer, InvocationContext call, GuardedMethod guarded, @Nullable Object[] frame)
      throws Exception {
    CallScope.Around around = CallScope.enter(frame, guarded, outer);
    try {
      return proceed(call, guarded, outer);
    } finally {
      CallScope.leave(frame, around);
    }
  }

  private static @Nullable Object proceed(
      InvocationContext call, GuardedMethod guarded, Admission admission) throws Exception {
    return guarded.isLogged()
        ? LoggingContext.proceed(call, guarded.spec().group(), admission)
        : call.proceed();
  }

  private static @Nullable Object stillStanding(
      @Nullable Object result, GuardedMethod guarded, Admission admission) {
    if (!guarded.gate().stands(admission)) {
      throw guarded.outcomeUnknown();
    }
    return result;
  }

  private static @Nullable Object refuse(GuardedMethod guarded) {
    if (guarded.spec().onSecondary() != OnSecondary.SKIP) {
      throw guarded.gate().refuse(guarded.name());
    }
    return guarded.method().getReturnType() == Optional.class ? Optional.empty() : null;
  }

  @SuppressWarnings("ReferenceEquality") // see sites; remember() sorts out those that differ
  private GuardedMethod guarded(InvocationContext call) {
    Method method = call.getMethod();
    Site[] known = sites;
    if (known != null) {
      for (Site site : known) {
        if (site.method == method) {
          return site.guarded;
        }
      }
    }
    return remember(call.getTarget().getClass(), method);
  }

  private GuardedMethod remember(Class<?> type, Method method) {
    GuardedMethod guarded =
        registry
            .find(type, method)
            .orElseThrow(
                () ->
                    CdiMessages.TEXT.unknownToRegistry(
                        MethodNames.of(TypeHierarchy.written(type), method)));
    if (guarded.isRequested() && !registry.hasFilter()) {
      // this call would be judged here, but those that no interceptor sees would not
      throw CdiMessages.TEXT.filterMissing(MethodNames.of(guarded.type(), guarded.method()));
    }
    Site[] known = sites == null ? new Site[0] : sites;
    // A container that makes new Method objects would grow this without end.
    if (Arrays.stream(known).noneMatch(site -> site.method.equals(method))) {
      Site[] grown = Arrays.copyOf(known, known.length + 1);
      grown[known.length] = new Site(method, guarded);
      sites = grown;
    }
    return guarded;
  }
}
