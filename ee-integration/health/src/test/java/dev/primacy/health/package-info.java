/** The checks of a node, by themselves and in a container with MicroProfile Health. */
@NullMarked
package dev.primacy.health;

import org.jspecify.annotations.NullMarked;
