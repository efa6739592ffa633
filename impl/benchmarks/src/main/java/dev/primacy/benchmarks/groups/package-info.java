/** What many groups cost: requests, heap, and the time to take them over. */
@NullMarked
package dev.primacy.benchmarks.groups;

import org.jspecify.annotations.NullMarked;
