/** What this node knows of the others: kept by deltas, shown as snapshots. */
@NullMarked
package dev.primacy.core.view;

import org.jspecify.annotations.NullMarked;
