package dev.primacy.core.elector;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Elector} wants done or known, in this order. {@link Send} is for the store, {@link
 * Publish} for the gate, the rest for the role life cycle and the views.
 *
 * @since 0.1
 */
public sealed interface Action {

  /**
   * Send a request and hand its answer back; each number is answered exactly once, that of {@link
   * Request.PutAndList} and the next one.
   *
   * @param number the request's number, new each time
   * @param request what to ask
   */
  record Send(long number, Request request) implements Action {}

  /**
   * What guarded calls are judged by from now on; carried out before anything else happens.
   *
   * @param group the group
   * @param admission the snapshot
   */
  record Publish(String group, Admission admission) implements Action {}

  /**
   * The store granted the group; nobody is let in until {@link Input.Open}.
   *
   * @param group the group
   * @param token the token to act under
   */
  record Granted(String group, FencingToken token) implements Action {}

  /**
   * A token granted before is burned without {@link Input.Release}; nobody is let in under it any
   * more.
   *
   * @param group the group
   * @param token the token lost
   * @param cause why
   */
  record Lost(String group, FencingToken token, RoleChangeCause cause) implements Action {}

  /**
   * The store confirmed a release, or the token became void in another way after it was sent.
   *
   * @param group the group
   * @param token the token given up
   */
  record Released(String group, FencingToken token) implements Action {}

  /**
   * This node's standing in a group, whenever it changes.
   *
   * @param group the group
   * @param standing the standing
   * @param cause the cause to report when the role is lost with it
   */
  record Standing(String group, GroupStanding standing, RoleChangeCause cause) implements Action {}

  /**
   * Who holds a group, whenever it changes.
   *
   * @param group the group
   * @param holder the holder's incarnation; empty if there is none
   * @param token the token of the holder; empty with it
   */
  record HolderSeen(String group, Optional<UUID> holder, Optional<FencingToken> token)
      implements Action {}

  /**
   * A group's record, whenever it changed.
   *
   * @param group the group
   * @param version the version of the record
   * @param record what it says; null if there is none, or nobody here understands it
   */
  record GroupSeen(String group, RecordVersion version, @Nullable GroupRecord record)
      implements Action {}

  /**
   * The store shows a claim that contradicts what this node knew; whatever was held is lost before.
   *
   * @param group the group
   * @param known the token known, or held until now
   * @param held whether it was held here, under a lease that stood
   * @param seen the token the store shows; empty if it shows a group nobody has held yet
   * @param holder whom the store shows as the holder
   */
  record Contested(
      String group,
      FencingToken known,
      boolean held,
      Optional<FencingToken> seen,
      Optional<UUID> holder)
      implements Action {

    /** Whether the store shows a term of the same scope that is over. */
    public boolean wentBack() {
      return seen.map(token -> token.isComparableWith(known) && known.supersedes(token))
          .orElse(true);
    }
  }

  /**
   * A live node, whenever it is new or describes itself differently; this one included, once the
   * store has confirmed it.
   *
   * @param node the node
   * @param internal what Primacy says there to other nodes
   */
  record NodeSeen(ClusterNode node, Map<String, String> internal) implements Action {}

  /**
   * The record of a node, before the {@link NodeSeen} that it leads to; or one that cannot be read,
   * once until it can.
   *
   * @param record as it stands in the store
   * @param unreadable why it cannot be read; empty if it can
   */
  record NodeRecordSeen(StoredRecord record, Optional<String> unreadable) implements Action {}

  /**
   * A node seen before is gone.
   *
   * @param incarnation the node
   * @param cause how
   */
  record NodeGone(UUID incarnation, NodeLeftCause cause) implements Action {}

  /** A list of all nodes was worked in completely. */
  record NodesListed() implements Action {}

  /**
   * This incarnation is dead for good and holds nothing; the driver goes on with a new one. Nothing
   * follows.
   *
   * @param cause why
   */
  record Died(RoleChangeCause cause) implements Action {}

  /**
   * A group is left and forgotten, as {@link Input.LeaveGroup} asked; nothing follows about it
   * until it is joined again.
   *
   * @param group the group
   */
  record GroupLeft(String group) implements Action {}

  /** LEFT was sent and answered, or never will be; nothing follows. */
  record Left() implements Action {}

  /**
   * Something an operator should read once.
   *
   * @param problem what
   * @param subject the offender: a group, a node, a key
   * @param detail what the message inserts after it
   */
  record Complain(Problem problem, String subject, String detail) implements Action {}

  /** What there is to complain about; each has a numbered message. */
  enum Problem {
    /** A record could not be decoded; it is skipped. */
    RECORD_UNREADABLE,
    /** The group was created with settings that would split it (rule R8). */
    SETTINGS_DIFFER,
    /** Another live node has this node's name. */
    NAME_TAKEN,
    /** Another node's lease is longer than the longest accepted. */
    LEASE_TOO_LONG,
    /** The store was wiped: this incarnation comes back as a new one. */
    STORE_WIPED,
    /** The store shows a term that is over, as after a restore from a backup. */
    STORE_WENT_BACK
  }
}
