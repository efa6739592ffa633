package dev.primacy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a method at certain times, on the primary only and at most once for each time.
 *
 * <pre>{@code
 * @PrimarySchedule(cron = "0 0 2 * * ?", zone = "Europe/Prague")
 * void closeDay(Firing firing) { ... }
 *
 * @PrimarySchedule(every = "10s", missed = MissedFirings.SKIP)
 * void poll() { ... }
 * }</pre>
 *
 * <p><b>Never twice.</b> A firing is identified by the schedule and the instant it is due, not by
 * the time a node's clock shows when it runs. Before it is run, the instant is written to the
 * store, by compare-and-set and under the fencing token: a firing that was written once is never
 * started again, by whichever node, over any failover, pause or clock error, as long as the store
 * keeps what it confirmed. If it stays unknown whether the write happened, the method is not run.
 *
 * <p><b>At most once, not exactly once.</b> A node that ends between the write and the method, or
 * in the middle of the method, leaves a firing that is not repeated, whatever {@link #missed} says.
 * Effects that carry {@link Firing#token} to a resource that checks it are applied in token order;
 * that a method which has begun stops when the role ends is not promised, as with {@link
 * PrimaryOnly}, so a firing of the next primary may run beside it.
 *
 * <p><b>Missed firings</b>, those that nobody could start when they were due, are treated as {@link
 * #missed} says, by the next primary as soon as its guard is open. Runs of one schedule never
 * overlap on a node: what falls due while a run is under way counts as missed. A schedule that
 * never ran before has missed nothing.
 *
 * <p><b>Clocks.</b> The primary's wall clock decides when an instant has come, so a clock that is
 * wrong fires early or late, but nothing is fired twice: a clock that is set back, or a successor
 * whose clock is behind, fires nothing until the instants after the last one written. The price: if
 * a clock was far ahead, nothing fires until the others have got there, and a warning says so.
 *
 * <p>The method belongs to an {@code @ApplicationScoped} or {@code @Singleton} bean, is neither
 * private nor static, returns {@code void} and takes nothing or a {@link Firing}. It runs on a
 * thread of the container where there is one, with the application's class loader and a request
 * context, through the bean's interceptors, and counts as a guarded call for the drain. What it
 * throws is logged, and the firing is not repeated. Without a cluster it runs on the one node there
 * is, without a token. What is wrong with it is a deployment error. Needs {@code primacy-schedule}.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PrimarySchedule {

  /**
   * When it fires, as a cron expression: six or seven fields as in Quartz, seconds first, such as
   * {@code 0 0/5 * * * ?}; or five fields as in Unix, minutes first. Either this or {@link #every}
   * is given.
   *
   * @return empty if {@link #every} says when
   */
  String cron() default "";

  /**
   * The time between firings, at least a second: {@code 10s}, {@code 5m} or {@code PT10S}. They are
   * counted from the beginning of 1970, so that all nodes have the same instants.
   *
   * @return empty if {@link #cron} says when
   */
  String every() default "";

  /**
   * The time zone of {@link #cron}. Not that of the machine, which may differ between nodes.
   *
   * @return for example {@code Europe/Prague}; empty for UTC
   */
  String zone() default "";

  /**
   * The group whose primary runs the method.
   *
   * @return empty for the default group
   */
  String group() default "";

  /**
   * The schedule's name: what the store knows it by. No two schedules of an application share one.
   * Give it one where class or method may be renamed: under a new name it is a new schedule, that
   * has missed nothing.
   *
   * @return empty for the name of class and method
   */
  String name() default "";

  /**
   * What becomes of firings that nobody could start when they were due.
   *
   * @return {@link MissedFirings#ONCE} unless said otherwise
   */
  MissedFirings missed() default MissedFirings.ONCE;
}
