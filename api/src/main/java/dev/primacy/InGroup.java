package dev.primacy;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Selects a group: the {@link Membership} to inject, or the events to observe.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface InGroup {

  /**
   * The group's name.
   *
   * @return a name of {@code primacy.group} or {@code primacy.groups}; where events are observed,
   *     also that of a group joined with {@link Groups}
   */
  String value();

  /** An instance for programmatic lookup. */
  final class Literal extends AnnotationLiteral<InGroup> implements InGroup {
    private static final long serialVersionUID = 1L;

    /** The group. */
    private final String value;

    private Literal(String value) {
      this.value = value;
    }

    /**
     * Makes the qualifier of a group.
     *
     * @param group the group's name
     * @return the literal
     */
    public static Literal of(String group) {
      return new Literal(group);
    }

    @Override
    public String value() {
      return value;
    }
  }
}
