package dev.primacy.event;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has exactly one node handle each event, among all that observe this queue:
 * {@code @Observes @FromCluster @Queue("audit") StockChanged}. Without {@link #durable} only nodes
 * that are there take part, at most once per event; what a durable queue keeps is handled at least
 * once, and an observer tells a repetition by the id of its {@link EventEnvelope}.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface Queue {

  /**
   * The name, prefixed by that of the default group unless it is already.
   *
   * @return the name, prefixed by that of the default group unless it is already
   */
  @Nonbinding
  String value();

  /**
   * Whether events are kept until a node has handled them; a deployment error where the messenger
   * cannot.
   *
   * @return whether events are kept until a node has handled them; a deployment error where the
   *     messenger cannot
   */
  @Nonbinding
  boolean durable() default false;

  /** An instance for programmatic lookup. */
  final class Literal extends AnnotationLiteral<Queue> implements Queue {
    private static final long serialVersionUID = 1L;

    /** A member's value. */
    private final String value;

    /** A member's value. */
    private final boolean durable;

    private Literal(String value, boolean durable) {
      this.value = value;
      this.durable = durable;
    }

    /**
     * Makes the qualifier.
     *
     * @param value the member's value
     * @param durable the member's value
     * @return the literal
     */
    public static Literal of(String value, boolean durable) {
      return new Literal(value, durable);
    }

    @Override
    public String value() {
      return value;
    }

    @Override
    public boolean durable() {
      return durable;
    }
  }
}
