/** Guarded endpoints over HTTP. */
@NullMarked
package dev.primacy.benchmarks.endpoint;

import org.jspecify.annotations.NullMarked;
