/** What a leader and a follower cost their store while nothing happens. */
@NullMarked
package dev.primacy.benchmarks.compare.requests;

import org.jspecify.annotations.NullMarked;
