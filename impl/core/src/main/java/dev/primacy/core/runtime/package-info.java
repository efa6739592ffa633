/** Gives the elector threads, time and a store, and the application its events. */
@NullMarked
package dev.primacy.core.runtime;

import org.jspecify.annotations.NullMarked;
