/**
 * A messenger of plain JGroups: nodes hear each other directly, and nothing is kept. It carries
 * events and hints only; who is primary is never decided here.
 */
@NullMarked
package dev.primacy.messenger.jgroups;

import org.jspecify.annotations.NullMarked;
