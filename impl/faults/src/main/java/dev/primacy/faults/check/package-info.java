/** The rules that no history may break. */
@NullMarked
package dev.primacy.faults.check;

import org.jspecify.annotations.NullMarked;
