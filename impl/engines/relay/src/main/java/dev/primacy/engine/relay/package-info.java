/**
 * Follows a cluster through a node that reaches the store, as a secondary only: the records are
 * read and hinted at over HTTP.
 */
@NullMarked
package dev.primacy.engine.relay;

import org.jspecify.annotations.NullMarked;
