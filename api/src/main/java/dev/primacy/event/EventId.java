package dev.primacy.event;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number of an event type, stable over versions; applications use 10,000 and above. As a
 * qualifier it selects exactly that type.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface EventId {

  /**
   * The number.
   *
   * @return the number
   */
  int value();

  /** An instance for programmatic lookup. */
  final class Literal extends AnnotationLiteral<EventId> implements EventId {
    private static final long serialVersionUID = 1L;

    /** The member's value. */
    private final int value;

    private Literal(int value) {
      this.value = value;
    }

    /**
     * Makes the qualifier.
     *
     * @param value the member's value
     * @return the literal
     */
    public static Literal of(int value) {
      return new Literal(value);
    }

    @Override
    public int value() {
      return value;
    }
  }
}
