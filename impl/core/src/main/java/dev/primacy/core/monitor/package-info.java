/** Monitors of one group each: what an application built, and the thread that tells it. */
@NullMarked
package dev.primacy.core.monitor;

import org.jspecify.annotations.NullMarked;
