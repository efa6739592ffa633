/** What stands in the store: the node record, the group record, and their bytes. */
@NullMarked
package dev.primacy.core.record;

import org.jspecify.annotations.NullMarked;
