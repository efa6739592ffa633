/** Samples, goals and the table they end in. */
@NullMarked
package dev.primacy.benchmarks.report;

import org.jspecify.annotations.NullMarked;
