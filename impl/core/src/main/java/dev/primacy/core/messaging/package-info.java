/**
 * Events with an envelope: how they are made, numbered, turned into bytes and back. Plain Java;
 * what carries them between nodes is a messenger.
 */
@NullMarked
package dev.primacy.core.messaging;

import org.jspecify.annotations.NullMarked;
