package dev.primacy.event;

import dev.primacy.NodeRole;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Narrows {@link NodeRoleChanged} and {@link NodeRoleChanging} to those whose new role is this one.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface Became {

  /**
   * The role gained.
   *
   * @return the role
   */
  NodeRole value();

  /** An instance for programmatic lookup. */
  final class Literal extends AnnotationLiteral<Became> implements Became {
    private static final long serialVersionUID = 1L;

    /** The member's value. */
    private final NodeRole value;

    private Literal(NodeRole value) {
      this.value = value;
    }

    /**
     * Makes the qualifier.
     *
     * @param value the member's value
     * @return the literal
     */
    public static Literal of(NodeRole value) {
      return new Literal(value);
    }

    @Override
    public NodeRole value() {
      return value;
    }
  }
}
