/**
 * Views of the nodes of a cluster: {@link NodeWatch} tells a {@link NodeFollower} what becomes of
 * the nodes it cares about, batch by batch; {@link NodeCursor} goes along with one node; {@link
 * ClusterMonitor} watches one group, raw records, errors and its end included.
 */
@NullMarked
package dev.primacy.watch;

import org.jspecify.annotations.NullMarked;
