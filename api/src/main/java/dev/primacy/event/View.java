package dev.primacy.event;

import dev.primacy.watch.NodeView;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Selects the events of one view: {@code @Observes @View(EuNodes.class) NodeAppeared}. The class is
 * a bean that says which nodes are in the view and which of their changes matter; a class that
 * implements nothing but {@link NodeView} is enough. Without it, an observer of a {@link ViewEvent}
 * hears all views.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface View {

  /**
   * The bean that describes the view.
   *
   * @return the class
   */
  Class<? extends NodeView> value();

  /** An instance for programmatic lookup. */
  final class Literal extends AnnotationLiteral<View> implements View {
    private static final long serialVersionUID = 1L;

    /** The member's value. */
    private final Class<? extends NodeView> value;

    private Literal(Class<? extends NodeView> value) {
      this.value = value;
    }

    /**
     * Makes the qualifier.
     *
     * @param value the member's value
     * @return the literal
     */
    public static Literal of(Class<? extends NodeView> value) {
      return new Literal(value);
    }

    @Override
    public Class<? extends NodeView> value() {
      return value;
    }
  }
}
