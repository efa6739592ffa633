package dev.primacy.cdi;

/**
 * Marks the bean that fences transactions. Where the application has none, a guard that asks for
 * {@link dev.primacy.Fence#TRANSACTION} is a deployment error. What the bean itself observes does
 * not count as a use of Primacy.
 *
 * @since 0.1
 */
public interface TransactionGuard {}
