/** The way of an event: hand-off and delivery. */
@NullMarked
package dev.primacy.benchmarks.event;

import org.jspecify.annotations.NullMarked;
