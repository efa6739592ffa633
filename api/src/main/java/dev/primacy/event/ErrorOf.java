package dev.primacy.event;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Selects the errors of one kind of event: {@code @Observes @ErrorOf(NodeJoined.class)
 * ClusterMonitorError}.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface ErrorOf {

  /**
   * The type of event that could not be told.
   *
   * @return the class
   */
  Class<? extends ClusterEvent> value();

  /** An instance for programmatic lookup. */
  final class Literal extends AnnotationLiteral<ErrorOf> implements ErrorOf {
    private static final long serialVersionUID = 1L;

    /** The member's value. */
    private final Class<? extends ClusterEvent> value;

    private Literal(Class<? extends ClusterEvent> value) {
      this.value = value;
    }

    /**
     * Makes the qualifier.
     *
     * @param value the member's value
     * @return the literal
     */
    public static Literal of(Class<? extends ClusterEvent> value) {
      return new Literal(value);
    }

    @Override
    public Class<? extends ClusterEvent> value() {
      return value;
    }
  }
}
