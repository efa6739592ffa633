/** The processes that contend, started, told to stop, killed and listened to. */
@NullMarked
package dev.primacy.benchmarks.compare.cohort;

import org.jspecify.annotations.NullMarked;
