package dev.primacy.event;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Selects events that a node published for the whole cluster: {@code @Observes @FromCluster
 * StockChanged}. By type and supertype; narrow it by {@link Origin}, {@link SubType}, {@link
 * OriginType} and {@link TopicPattern}.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface FromCluster {

  /** An instance for programmatic lookup. */
  final class Literal extends AnnotationLiteral<FromCluster> implements FromCluster {
    private static final long serialVersionUID = 1L;

    /** The only one there is. */
    public static final Literal INSTANCE = new Literal();

    private Literal() {}
  }
}
