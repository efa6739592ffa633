/** Nodes that all start at once. */
@NullMarked
package dev.primacy.benchmarks.compare.storm;

import org.jspecify.annotations.NullMarked;
