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
 * Selects events of an origin, or of origins that a pattern describes by the rules of AMQP topics:
 * words between dots, {@code *} for one word, {@code #} for any number of words. On an injected
 * event or publisher it is the origin of what names none.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface Origin {

  /**
   * The origin, or the pattern.
   *
   * @return the origin, or the pattern
   */
  @Nonbinding
  String value();

  /** An instance for programmatic lookup. */
  final class Literal extends AnnotationLiteral<Origin> implements Origin {
    private static final long serialVersionUID = 1L;

    /** A member's value. */
    private final String value;

    private Literal(String value) {
      this.value = value;
    }

    /**
     * Makes the qualifier.
     *
     * @param value the member's value
     * @return the literal
     */
    public static Literal of(String value) {
      return new Literal(value);
    }

    @Override
    public String value() {
      return value;
    }
  }
}
