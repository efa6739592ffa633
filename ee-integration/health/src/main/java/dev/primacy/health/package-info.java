/**
 * MicroProfile Health checks of a node. They read local memory, ask no store, throw nothing, and
 * are DOWN where they cannot tell.
 *
 * @since 0.1
 */
@NullMarked
package dev.primacy.health;

import org.jspecify.annotations.NullMarked;
