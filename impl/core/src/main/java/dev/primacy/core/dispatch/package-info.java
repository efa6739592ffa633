/** The event path: ordered within a group, groups side by side, bounded, off every other thread. */
@NullMarked
package dev.primacy.core.dispatch;

import org.jspecify.annotations.NullMarked;
