/** How long a group is without a leader after one was killed, and after one was told to stop. */
@NullMarked
package dev.primacy.benchmarks.compare.failover;

import org.jspecify.annotations.NullMarked;
