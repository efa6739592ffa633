/** The client and the fenced resource, outside all cuts. */
@NullMarked
package dev.primacy.faults.load;

import org.jspecify.annotations.NullMarked;
