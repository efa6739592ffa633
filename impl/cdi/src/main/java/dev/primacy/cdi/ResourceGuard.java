package dev.primacy.cdi;

/**
 * Marks the bean that guards REST resources. Where the application has such a bean, a guard that no
 * interceptor can enforce (on an interface, on a resource that is not a bean) is left to it; where
 * there is none, that is a deployment error.
 *
 * @since 0.1
 */
public interface ResourceGuard {}
