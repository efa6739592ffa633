package dev.primacy.event;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Publishes to the whole cluster what is fired: {@code @Inject @ClusterWide Event<StockChanged>}.
 * Observers with {@link FromCluster} hear it on every node, this one included, and observers with
 * {@link Queue} on one node. {@code fire} returns once the event is with the messenger, and throws
 * if it cannot be published; it says nothing of who has heard it.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface ClusterWide {

  /** An instance for programmatic lookup. */
  final class Literal extends AnnotationLiteral<ClusterWide> implements ClusterWide {
    private static final long serialVersionUID = 1L;

    /** The only one there is. */
    public static final Literal INSTANCE = new Literal();

    private Literal() {}
  }
}
