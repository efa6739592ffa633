/** The suite on the memory engine, and what the suite finds. */
@NullMarked
package dev.primacy.engine.tck;

import org.jspecify.annotations.NullMarked;
