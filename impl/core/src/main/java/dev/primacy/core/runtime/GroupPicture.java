package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import java.util.Optional;
import java.util.OptionalLong;

/** What this node knows of a group besides its own right to act; replaced as a whole. */
final class GroupPicture {
  private final GroupStanding standing;
  private final Primary primary;
  private final Optional<FencingToken> latest;

  private GroupPicture(GroupStanding standing, Primary primary, Optional<FencingToken> latest) {
    this.standing = standing;
    this.primary = primary;
    this.latest = latest;
  }

  static GroupPicture of(GroupStanding standing) {
    return new GroupPicture(standing, Primary.NONE, Optional.empty());
  }

  GroupPicture with(GroupStanding next) {
    return new GroupPicture(next, primary, latest);
  }

  GroupPicture heldBy(Primary next, Optional<FencingToken> token) {
    return new GroupPicture(standing, next, token.isPresent() ? token : latest);
  }

  GroupStanding standing() {
    return standing;
  }

  /** Who holds it as last seen; empty if nobody does, or the holder is not known yet. */
  Optional<ClusterNode> primary() {
    return primary.node();
  }

  /** Of {@link #primary}. */
  Optional<NodeId> primaryId() {
    return primary.id();
  }

  /** The latest token seen; empty if none was. */
  Optional<FencingToken> latest() {
    return latest;
  }

  /** Of {@link #latest}. */
  OptionalLong latestTerm() {
    return latest.isPresent() ? OptionalLong.of(latest.get().term()) : OptionalLong.empty();
  }
}
