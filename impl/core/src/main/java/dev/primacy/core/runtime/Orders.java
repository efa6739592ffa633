package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.control.HaState;
import dev.primacy.core.elector.Seeking;
import dev.primacy.core.operate.Facts;
import dev.primacy.core.operate.NominalRole;
import dev.primacy.core.operate.RuleBook;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.event.RoleChangeCause;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this node was told to be in one group, by an operator or by rules: nothing at first, and
 * nothing again when the primary it follows is gone. On the lease thread.
 */
final class Orders implements Conduct {

  /** What orders lead to. */
  interface Staff {
    void seek(String group, Seeking when);

    /** Gives the role up if it is held. */
    void stepDown(String group, RoleChangeCause cause);

    /** What {@link #judge} says has changed. */
    void standing(String group, GroupStanding standing, RoleChangeCause cause);

    /** What this node tells others of its orders has changed. */
    void publish();

    void impose(String group, boolean readOnly);

    /** Makes this node a secondary of the primary there is; {@link #follow} follows if it works. */
    void join(String group, ClusterNode primary);

    /** Has {@link #endOfBatch} called when that instant has come. */
    void lookAgain(String group, long nanos);

    boolean isLive(UUID incarnation);

    /** How many others say that they are secondaries of the group. */
    int secondaries(String group);

    /** What Primacy of a node says to other nodes. */
    Map<String, String> internal(ClusterNode node);

    long nanos();
  }

  private final GroupMembership membership;
  private final @Nullable RuleBook rules;
  private final Staff staff;

  private boolean told;
  private boolean acting;
  private RoleChangeCause cause = RoleChangeCause.STARTED;
  private GroupStanding standing = GroupStanding.JOINING;
  private RoleChangeCause standingCause = RoleChangeCause.STARTED;
  private @Nullable UUID followed;
  private long announcedLook;

  /** Read by any thread. */
  private volatile HaState state = HaState.NONE;

  /**
   * @param rules null if only an operator gives orders
   */
  Orders(GroupMembership membership, @Nullable RuleBook rules, Staff staff) {
    this.membership = membership;
    this.rules = rules;
    this.staff = staff;
  }

  String group() {
    return membership.group();
  }

  @Override
  public Verdict judge(GroupStanding shown, RoleChangeCause why) {
    standing = shown;
    standingCause = why;
    boolean nothing = shown == GroupStanding.MEMBER && !told && !acting;
    return nothing ? new Verdict(GroupStanding.SUSPENDED, cause) : new Verdict(shown, why);
  }

  @Override
  public HaState state(GroupMembership asked) {
    if (asked.role() == NodeRole.PRIMARY) {
      return HaState.PRIMARY;
    }
    return asked.standing() == GroupStanding.MEMBER ? state : HaState.NONE;
  }

  /** Whether other nodes are told that this one is a secondary. */
  boolean isSecondary() {
    return told && !acting;
  }

  Optional<NominalRole> nominal() {
    return Optional.ofNullable(rules).map(book -> book.rules().nominal());
  }

  // ---- what an operator says

  void follow(NodeId primary) {
    followed = primary.incarnation();
    if (rules != null) {
      rules.follows();
    }
    obey(true, RoleChangeCause.OPERATOR);
  }

  void failedToFollow() {
    if (rules != null) {
      rules.failedToFollow();
    }
  }

  void beNothing(RoleChangeCause why) {
    if (rules != null) {
      rules.isNothing();
    }
    becomeNothing(why);
    staff.stepDown(group(), why);
  }

  private void becomeNothing(RoleChangeCause why) {
    followed = null;
    staff.seek(group(), Seeking.WHEN_NAMED);
    obey(false, why);
  }

  private void obey(boolean secondary, RoleChangeCause why) {
    told = secondary;
    cause = why;
    state = secondary ? HaState.SECONDARY : HaState.NONE;
    staff.standing(group(), standing, standingCause);
    staff.publish();
  }

  // ---- what happens

  @Override
  public void granted() {
    acting = true;
    // one grant is what was asked for; the next one has to be asked for again
    staff.seek(group(), Seeking.WHEN_NAMED);
    staff.standing(group(), standing, standingCause);
    staff.publish();
  }

  @Override
  public void over(RoleChangeCause why) {
    acting = false;
    if (why == RoleChangeCause.SWITCHOVER) {
      // whoever hands it over by choice follows whoever has it then
      obey(true, why);
    } else {
      becomeNothing(why);
    }
  }

  @Override
  public void died() {
    acting = false;
    if (rules != null) {
      rules.isNothing();
    }
    obey(false, RoleChangeCause.STARTED);
  }

  @Override
  public void endOfBatch() {
    Optional<GroupRecord> record = membership.picture().record();
    if (isSecondary()) {
      keepFollowing(record);
    }
    if (rules != null) {
      carryOut(rules, rules.look(facts(record), staff.nanos()));
      announceNextLook(rules);
    }
  }

  private void keepFollowing(Optional<GroupRecord> record) {
    Optional<UUID> holder = record.flatMap(GroupRecord::holder);
    boolean cutOff = standing != GroupStanding.MEMBER;
    boolean handedOver =
        holder.isEmpty() && record.flatMap(GroupRecord::candidate).isPresent() && !cutOff;
    if (holder.isPresent() && !holder.get().equals(followed) && staff.isLive(holder.get())) {
      followed = holder.get();
    } else if (cutOff || (!handedOver && !(holder.isPresent() && staff.isLive(holder.get())))) {
      becomeNothing(RoleChangeCause.PRIMARY_LOST);
    }
  }

  private Facts facts(Optional<GroupRecord> record) {
    Optional<UUID> holder = record.flatMap(GroupRecord::holder);
    boolean other =
        holder.isPresent()
            && !holder.get().equals(membership.node().incarnation())
            && staff.isLive(holder.get());
    return new Facts(
        standing == GroupStanding.MEMBER && record.isPresent(),
        membership.isPrimary(),
        acting,
        other,
        other && membership.primary().map(this::isNominalPrimary).orElse(false),
        staff.secondaries(group()),
        record.map(seen -> seen.readOnlyState().imposed()).orElse(false));
  }

  private boolean isNominalPrimary(ClusterNode node) {
    return NominalRole.PRIMARY.wireName().equals(staff.internal(node).get(Published.NOMINAL_ROLE));
  }

  private void carryOut(RuleBook book, RuleBook.Act act) {
    switch (act) {
      case NOTHING -> {}
      case TAKE -> staff.seek(group(), Seeking.WHEN_FREE);
      case TAKE_READ_ONLY -> staff.seek(group(), Seeking.WHEN_FREE_READ_ONLY);
      case FOLLOW ->
          membership
              .primary()
              .ifPresentOrElse(node -> staff.join(group(), node), book::failedToFollow);
      case BE_NOTHING -> {
        RoleChangeCause why =
            acting ? RoleChangeCause.SECONDARIES_LOST : RoleChangeCause.PRIMARY_LOST;
        becomeNothing(why);
        staff.stepDown(group(), why);
      }
      case LOOK_FOR_PRIMARY -> becomeNothing(RoleChangeCause.PRIMARY_LOST);
      case IMPOSE -> staff.impose(group(), true);
      case LIFT -> staff.impose(group(), false);
    }
  }

  private void announceNextLook(RuleBook book) {
    if (book.isLooking() && book.nextLook() != announcedLook) {
      announcedLook = book.nextLook();
      staff.lookAgain(group(), announcedLook);
    }
  }
}
