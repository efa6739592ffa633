/**
 * What an application compiles against: the annotations, the values and the injectable view of its
 * cluster.
 *
 * <p>The words, used the same way everywhere:
 *
 * <ul>
 *   <li><b>cluster</b>: the nodes that share one store and one {@code primacy.cluster} name.
 *   <li><b>group</b>: what has one primary; an application may take part in many.
 *   <li><b>node</b>: one running application, a name plus an incarnation that is new at every
 *       start.
 *   <li><b>role</b>: {@link dev.primacy.NodeRole}, what this node is in a group.
 *   <li><b>standing</b>: {@link dev.primacy.GroupStanding}, why the role is what it is.
 *   <li><b>lease</b>: this node's right to act, up to a deadline on its own clocks.
 *   <li><b>term</b>, <b>fencing token</b>: {@link dev.primacy.FencingToken}, grows with each new
 *       primary.
 *   <li><b>store</b>, <b>engine</b>: {@link dev.primacy.spi}, linearizable compare-and-set
 *       registers and their watching.
 * </ul>
 */
@NullMarked
package dev.primacy;

import org.jspecify.annotations.NullMarked;
