/**
 * How many events an application hears in a second, by which way, and what a flood of them costs.
 */
@NullMarked
package dev.primacy.benchmarks.broadcast;

import org.jspecify.annotations.NullMarked;
