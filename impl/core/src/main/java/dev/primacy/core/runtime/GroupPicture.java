package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What this node knows of a group besides its own right to act; replaced as a whole. What every
 * refusal tells is made once, here.
 */
final class GroupPicture {
  private final GroupStanding standing;
  private final Optional<ClusterNode> primary;
  private final Optional<NodeId> primaryId;
  private final Optional<FencingToken> latest;
  private final OptionalLong latestTerm;

  private GroupPicture(
      GroupStanding standing, Optional<ClusterNode> primary, Optional<FencingToken> latest) {
    this.standing = standing;
    this.primary = primary;
    this.primaryId = primary.map(ClusterNode::id);
    this.latest = latest;
    this.latestTerm = latest.stream().mapToLong(FencingToken::term).findAny();
  }

  static GroupPicture of(GroupStanding standing) {
    return new GroupPicture(standing, Optional.empty(), Optional.empty());
  }

  GroupPicture with(GroupStanding next) {
    return new GroupPicture(next, primary, latest);
  }

  GroupPicture heldBy(Optional<ClusterNode> next, Optional<FencingToken> token) {
    return new GroupPicture(standing, next, token.isPresent() ? token : latest);
  }

  GroupStanding standing() {
    return standing;
  }

  /** Who holds it as last seen; empty if nobody does, or the holder is not known yet. */
  Optional<ClusterNode> primary() {
    return primary;
  }

  /** Of {@link #primary}. */
  Optional<NodeId> primaryId() {
    return primaryId;
  }

  /** The latest token seen; empty if none was. */
  Optional<FencingToken> latest() {
    return latest;
  }

  /** Of {@link #latest}. */
  OptionalLong latestTerm() {
    return latestTerm;
  }
}
