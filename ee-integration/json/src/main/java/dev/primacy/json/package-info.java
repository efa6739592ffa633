/**
 * Turns events into JSON and back, by Jakarta JSON Processing; found as a service. Nothing here is
 * for applications.
 */
@NullMarked
package dev.primacy.json;

import org.jspecify.annotations.NullMarked;
