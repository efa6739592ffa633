/** The comparison with other libraries: sections, each with its table and its raw figures. */
@NullMarked
package dev.primacy.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
