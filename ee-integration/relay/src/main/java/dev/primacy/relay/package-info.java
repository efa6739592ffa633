/**
 * Lets nodes that do not reach the store follow the cluster through this one, as secondaries only:
 * the other side of the relay engine.
 */
@NullMarked
package dev.primacy.relay;

import org.jspecify.annotations.NullMarked;
