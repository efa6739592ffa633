package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import java.util.Optional;

/**
 * What this node knows of a group besides its own right to act; replaced as a whole.
 *
 * @param standing this node's standing
 * @param primary who holds it as last seen; empty if nobody does, or the holder is not known yet
 * @param latest the latest token seen; empty if none was
 */
record GroupPicture(
    GroupStanding standing, Optional<ClusterNode> primary, Optional<FencingToken> latest) {

  static GroupPicture of(GroupStanding standing) {
    return new GroupPicture(standing, Optional.empty(), Optional.empty());
  }

  GroupPicture with(GroupStanding next) {
    return new GroupPicture(next, primary, latest);
  }

  GroupPicture heldBy(Optional<ClusterNode> next, Optional<FencingToken> token) {
    return new GroupPicture(standing, next, token.isPresent() ? token : latest);
  }
}
