package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.spi.RecordVersion;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What this node knows of a group besides its own right to act; replaced as a whole. */
final class GroupPicture {
  private final GroupStanding standing;
  private final Primary primary;
  private final Optional<FencingToken> latest;
  private final RecordVersion version;
  private final @Nullable GroupRecord record;

  private GroupPicture(
      GroupStanding standing,
      Primary primary,
      Optional<FencingToken> latest,
      RecordVersion version,
      @Nullable GroupRecord record) {
    this.standing = standing;
    this.primary = primary;
    this.latest = latest;
    this.version = version;
    this.record = record;
  }

  static GroupPicture of(GroupStanding standing) {
    return new GroupPicture(standing, Primary.NONE, Optional.empty(), RecordVersion.ABSENT, null);
  }

  GroupPicture with(GroupStanding next) {
    return new GroupPicture(next, primary, latest, version, record);
  }

  GroupPicture heldBy(Primary next, Optional<FencingToken> token) {
    return new GroupPicture(standing, next, token.isPresent() ? token : latest, version, record);
  }

  GroupPicture seen(RecordVersion next, @Nullable GroupRecord shown) {
    return new GroupPicture(standing, primary, latest, next, shown);
  }

  /** What the store showed last; empty if there is no record, or it is unreadable. */
  Optional<GroupRecord> record() {
    return Optional.ofNullable(record);
  }

  /** Of what the store showed last; absent if there is no record or it was not read yet. */
  RecordVersion version() {
    return version;
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
