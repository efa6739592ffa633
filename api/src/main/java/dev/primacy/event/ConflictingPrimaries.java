package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.FencingToken;
import dev.primacy.NodeId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Critical: the store shows a claim to a group that contradicts what this node knows of it.
 *
 * <p>The election lets nobody see this: somebody wrote to the store past it, the store lost what it
 * had confirmed, as after a restore from a backup, or a clock ran faster or slower than {@code
 * primacy.drift} allows. Two primaries may have acted at once, and only what carried its token to a
 * fenced resource is certainly in order.
 *
 * <p>If this node held the group, its guard is closed by the time this fires. A node that never
 * looks at the store in between sees nothing of it, so that silence proves nothing. Logged as
 * {@code PRIMACY-2140}, or {@code PRIMACY-2124} if the store went back.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param group the group's name
 * @param known the token this node knew of: its own if it held the group
 * @param held whether this node held the group under {@code known}, with a lease that stood
 * @param seen the token the store shows; of another scope, or not below {@code known}, or below it
 *     if the store went back; empty if it shows a group that nobody has held yet
 * @param holder the incarnation that the store shows as the holder; empty if it shows none
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3014)
public record ConflictingPrimaries(
    NodeId node,
    long seq,
    String group,
    FencingToken known,
    boolean held,
    Optional<FencingToken> seen,
    Optional<UUID> holder,
    Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public ConflictingPrimaries {
    requireNonNull(node, "node");
    requireNonNull(group, "group");
    requireNonNull(known, "known");
    requireNonNull(seen, "seen");
    requireNonNull(holder, "holder");
    requireNonNull(at, "at");
  }
}
