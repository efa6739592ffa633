/** Metrics of real nodes in real registries, and what is shipped to look at them with. */
@NullMarked
package dev.primacy.telemetry;

import org.jspecify.annotations.NullMarked;
