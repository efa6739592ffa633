/** Every way to guard a resource, and what an application may do that could undo it. */
@NullMarked
package dev.primacy.servers.guard;

import org.jspecify.annotations.NullMarked;
