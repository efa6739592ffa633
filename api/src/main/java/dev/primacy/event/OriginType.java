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
 * Selects events of a type of origin, or of such types that a pattern describes, as {@link Origin}
 * does.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface OriginType {

  /**
   * The type of origin, or the pattern.
   *
   * @return the type of origin, or the pattern
   */
  @Nonbinding
  String value();

  /** An instance for programmatic lookup. */
  final class Literal extends AnnotationLiteral<OriginType> implements OriginType {
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
