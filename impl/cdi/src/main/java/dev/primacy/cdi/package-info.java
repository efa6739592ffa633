/**
 * Primacy inside a CDI container: the guard of beans, the events, the injectable views, and the
 * life cycle.
 *
 * <p>Two layers enforce {@link dev.primacy.PrimaryOnly}: the interceptor of this package for beans,
 * and the request filter of the REST integration for resources. Both ask the one {@link
 * dev.primacy.cdi.GuardRegistry} what a method demands, and share {@link dev.primacy.cdi.CallScope}
 * so that a call inside a call is counted once.
 */
@NullMarked
package dev.primacy.cdi;

import org.jspecify.annotations.NullMarked;
