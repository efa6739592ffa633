/** What it costs to watch the nodes of a cluster, few or many, calm or not. */
@NullMarked
package dev.primacy.benchmarks.nodes;

import org.jspecify.annotations.NullMarked;
