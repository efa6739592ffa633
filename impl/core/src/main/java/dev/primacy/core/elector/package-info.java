/**
 * The election rules R0 to R9 as a state machine without threads, clocks or I/O: inputs in, actions
 * out.
 */
@NullMarked
package dev.primacy.core.elector;

import org.jspecify.annotations.NullMarked;
