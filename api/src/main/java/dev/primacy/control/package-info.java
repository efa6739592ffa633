/**
 * Operating groups: who decides about roles, what an operator sees and may order, and what is wrong
 * right now. Applications that only follow their role need nothing of it.
 *
 * @since 0.1
 */
@NullMarked
package dev.primacy.control;

import org.jspecify.annotations.NullMarked;
