/** JGroups-raft as a store: registers over a replicated log, which the suite sees break. */
@NullMarked
package dev.primacy.engine.tck.raft;

import org.jspecify.annotations.NullMarked;
