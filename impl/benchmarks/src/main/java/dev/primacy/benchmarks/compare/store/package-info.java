/** The stores that leadership is recorded in, started for the comparison and removed after it. */
@NullMarked
package dev.primacy.benchmarks.compare.store;

import org.jspecify.annotations.NullMarked;
