package dev.primacy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves REST methods out of {@code primacy.guard.default=primary-only}: they answer on every node,
 * whatever its role. On a method, or on a class or interface for all methods it declares or
 * inherits.
 *
 * <p>It takes nothing back that {@link PrimaryOnly} says: where that stands on a method, on its
 * class or on the way to a sub-resource, the call is guarded. Both on one class or one method, or
 * this on a method of a class that carries {@link PrimaryOnly}, is a deployment error.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AnyRole {}
