/**
 * Schedules of the primary: which firing is due, and the claim in the store that keeps it from
 * being started twice. Plain state without threads; whoever drives it brings them.
 */
@NullMarked
package dev.primacy.core.schedule;

import org.jspecify.annotations.NullMarked;
