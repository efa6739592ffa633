/**
 * What is wrong, decided from what a node sees and from the time: plain classes without threads or
 * clocks, used by the runtime.
 */
@NullMarked
package dev.primacy.core.alarm;

import org.jspecify.annotations.NullMarked;
