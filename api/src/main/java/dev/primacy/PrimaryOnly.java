package dev.primacy;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets calls in on the primary only.
 *
 * <p><b>Guard.</b> If a call is let in under fencing token <i>t</i>, then at that instant this node
 * held the primary role under <i>t</i>, and no node had been let in under a greater token, provided
 * clock <em>rates</em> differ by less than the configured drift. The role may end at any later
 * instant, also while the method runs.
 *
 * <p><b>Fence.</b> Effects that carry <i>t</i> to a resource which refuses tokens lower than the
 * highest it has seen are applied in token order, under any delay, pause, clock error or partition.
 *
 * <p><b>Not promised:</b> that a running method stops when the role ends; that unfenced remote
 * effects (mail, HTTP) happen under one primary only.
 *
 * <p>On JAX-RS resources (class, superclass, interface, method, sub-resource) a request filter
 * enforces it before the body is read; on other beans an interceptor does. A method's annotation
 * replaces its class's. A place where nothing would enforce it (private, static, final, neither
 * bean nor resource) is a deployment error. Calls of a bean to itself are not intercepted: use
 * {@link Membership#requirePrimary()} there.
 *
 * @since 0.1
 */
@Inherited
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface PrimaryOnly {

  /**
   * The group whose primary may run the method.
   *
   * @return empty for the default group
   */
  @Nonbinding
  String group() default "";

  /**
   * What happens on a node that is not the primary.
   *
   * @return {@link OnSecondary#REJECT} unless said otherwise
   */
  @Nonbinding
  OnSecondary onSecondary() default OnSecondary.REJECT;

  /**
   * Refuses the call if the lease ends sooner than this; for methods that need some time.
   *
   * @return a duration such as {@code 2s} or {@code PT2S}; empty for none
   */
  @Nonbinding
  String minRemaining() default "";

  /**
   * How long a call waits at most, with {@link OnSecondary#WAIT}; otherwise a deployment error.
   *
   * @return a duration such as {@code 2s} or {@code PT2S}; empty for {@code primacy.guard.max-wait}
   */
  @Nonbinding
  String maxWait() default "";

  /**
   * The status that answers a refused call, on REST methods; elsewhere it is a deployment error.
   *
   * @return 400 to 599; 0 for {@code primacy.guard.status}, which is 503 unless configured
   */
  @Nonbinding
  int status() default 0;

  /**
   * Whether the method also runs while the group is read-only, as one that only reads does.
   * Otherwise it is refused then, on the primary too, whatever {@link #onSecondary} says of
   * waiting: {@link RefusalReason#READ_ONLY}. A call that was let in while the group was writable
   * is not stopped, nor are the guarded calls within it.
   *
   * @return false unless said otherwise
   */
  @Nonbinding
  boolean readOnlyAllowed() default false;

  /**
   * By what the method's effects are fenced.
   *
   * @return {@link Fence#NONE} unless said otherwise
   */
  @Nonbinding
  Fence fence() default Fence.NONE;
}
