/** What the suite adds to a light node: a guarded call that is recorded, and an event log. */
@NullMarked
package dev.primacy.faults.probe;

import org.jspecify.annotations.NullMarked;
