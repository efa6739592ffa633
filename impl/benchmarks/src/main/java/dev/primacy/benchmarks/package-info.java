/** What Primacy costs, each figure beside its floor in the same run. */
@NullMarked
package dev.primacy.benchmarks;

import org.jspecify.annotations.NullMarked;
