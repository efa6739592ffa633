package dev.primacy;

import dev.primacy.event.ProblemSeverity;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells observers of {@link dev.primacy.event.ProblemReported} what a method of a bean throws.
 *
 * <p>A method that returns nothing returns then, as if it had not failed; if nobody observes such
 * problems, that is logged as a warning. From any other method the exception goes on to its caller,
 * for there is nothing to return that the caller could not take for an answer. If a {@code
 * CompletionStage} is returned, its failure is told, and stays its failure.
 *
 * <p>An {@code Error}, an {@code InterruptedException}, a {@link NotPrimaryException} and an {@link
 * OutcomeUnknownException} go on to the caller and are not told: they are no problems of the
 * method. Transactions and guards of the method are within, so what failed was rolled back before
 * it is told.
 *
 * <p>A method's annotation replaces its class's. Calls of a bean to itself are not intercepted. The
 * event is told on this node, on a thread of Primacy's, in the order of the failures.
 *
 * @since 0.1
 */
@Inherited
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ReportProblems {

  /** The origin of problems that name none. */
  String PROBLEM = "problem";

  /**
   * The origin of the events.
   *
   * @return words between dots
   */
  @Nonbinding
  String origin() default PROBLEM;

  /**
   * How bad such problems are.
   *
   * @return {@link ProblemSeverity#ERROR} unless said otherwise
   */
  @Nonbinding
  ProblemSeverity severity() default ProblemSeverity.ERROR;
}
