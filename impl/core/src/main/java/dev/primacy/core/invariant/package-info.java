/**
 * What must hold whatever happens, as checks of a recorded or running history: for the simulation
 * of the elector and for tests of applications.
 */
@NullMarked
package dev.primacy.core.invariant;

import org.jspecify.annotations.NullMarked;
