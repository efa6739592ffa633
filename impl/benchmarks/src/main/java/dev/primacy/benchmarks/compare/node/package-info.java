/** What runs in the processes that contend for leadership. */
@NullMarked
package dev.primacy.benchmarks.compare.node;

import org.jspecify.annotations.NullMarked;
