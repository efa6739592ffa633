package dev.primacy.event;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Selects problems of one severity: {@code @Observes @OfSeverity(CRITICAL) ProblemReported}.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface OfSeverity {

  /**
   * The severity.
   *
   * @return the severity
   */
  ProblemSeverity value();

  /** An instance for programmatic lookup. */
  final class Literal extends AnnotationLiteral<OfSeverity> implements OfSeverity {
    private static final long serialVersionUID = 1L;

    /** A member's value. */
    private final ProblemSeverity value;

    private Literal(ProblemSeverity value) {
      this.value = value;
    }

    /**
     * Makes the qualifier.
     *
     * @param value the member's value
     * @return the literal
     */
    public static Literal of(ProblemSeverity value) {
      return new Literal(value);
    }

    @Override
    public ProblemSeverity value() {
      return value;
    }
  }
}
