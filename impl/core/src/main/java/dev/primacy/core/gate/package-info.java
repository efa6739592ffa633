/**
 * What a guarded call asks: one immutable snapshot, two clocks, and the count of calls in flight.
 */
@NullMarked
package dev.primacy.core.gate;

import org.jspecify.annotations.NullMarked;
