/** Another application on the same servers, in a cluster of its own. */
@NullMarked
package dev.primacy.servers.neighbour;

import org.jspecify.annotations.NullMarked;
