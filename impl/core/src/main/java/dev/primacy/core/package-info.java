/**
 * Everything Primacy tells people: the messages and log lines of the core, each with its number.
 */
@NullMarked
package dev.primacy.core;

import org.jspecify.annotations.NullMarked;
