/** What was seen of a run: written while it happens, read when it is over. */
@NullMarked
package dev.primacy.faults.history;

import org.jspecify.annotations.NullMarked;
