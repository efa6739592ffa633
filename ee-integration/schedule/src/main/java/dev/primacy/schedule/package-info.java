/**
 * Runs {@link dev.primacy.PrimarySchedule} methods. Classes are public where the container has to
 * make them; none is for applications.
 */
@NullMarked
package dev.primacy.schedule;

import org.jspecify.annotations.NullMarked;
