/**
 * How a node is doing, for health checks and figures: values from local memory, read on any thread.
 */
@NullMarked
package dev.primacy.core.vitals;

import org.jspecify.annotations.NullMarked;
