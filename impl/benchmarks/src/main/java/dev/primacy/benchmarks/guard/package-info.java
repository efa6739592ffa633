/** The check, the interceptor and the refusal. */
@NullMarked
package dev.primacy.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
