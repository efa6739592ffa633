/**
 * What happened: events that were delivered to this node, kept for a while to be asked for.
 *
 * <p>Words: an event is <em>recorded</em> when it is delivered; what is recorded is a <em>past
 * event</em>; the <em>archive</em> is where an engine keeps them for longer than this process
 * lives.
 */
@NullMarked
package dev.primacy.history;

import org.jspecify.annotations.NullMarked;
