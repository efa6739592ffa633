package dev.primacy;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Something that exists on the primary only: a port that is listened on, a connection, an address.
 * On a producer method that returns an {@link AutoCloseable}: it is called while this node becomes
 * the primary, before the guard opens, and what it returned is closed when the role ends. If it
 * throws, the role is handed back, as with an observer of {@code NodeRoleChanging}.
 *
 * <p>Injected as {@code @Inject @PrimaryResource Instance<T>}: it is resolvable on the primary, and
 * {@link NotPrimaryException} is thrown elsewhere.
 *
 * @since 0.1
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE})
public @interface PrimaryResource {

  /**
   * The group whose primary has it.
   *
   * @return empty for the default group
   */
  @Nonbinding
  String group() default "";
}
