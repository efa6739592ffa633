/**
 * Virtual time: a scheduler under which one thread runs at a time, and what a runtime of Primacy
 * takes from it instead of the machine's clocks and threads. Private to the kit.
 */
@NullMarked
package dev.primacy.testkit.time;

import org.jspecify.annotations.NullMarked;
