/**
 * What was delivered, kept to be asked for: a ring in memory, queries over it, gates, and what
 * writes to an engine's archive. Plain Java; threads come from outside.
 */
@NullMarked
package dev.primacy.core.history;

import org.jspecify.annotations.NullMarked;
