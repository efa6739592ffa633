package dev.primacy.cdi;

/**
 * A layer that refuses guarded calls.
 *
 * @since 0.1
 */
public enum Enforcement {
  /** The CDI interceptor, on every call of the bean through the container. */
  INTERCEPTOR,

  /** The REST request filter, before the body of the request is read. */
  FILTER
}
