/** Whether two nodes lead at the same time, under what happens to nodes, clocks and stores. */
@NullMarked
package dev.primacy.benchmarks.compare.safety;

import org.jspecify.annotations.NullMarked;
