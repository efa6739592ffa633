package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;
import static java.util.Objects.requireNonNull;

import dev.primacy.Membership;
import dev.primacy.control.ClusterControl;
import dev.primacy.control.ControlError;
import dev.primacy.control.ControlException;
import dev.primacy.control.Controller;
import dev.primacy.control.GroupDetails;
import dev.primacy.control.HaState;
import dev.primacy.control.HaStatus;
import dev.primacy.control.NodeState;
import dev.primacy.core.operate.GroupSecret;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Command of one node: who has it, and what everybody may see. */
final class LocalControl implements ClusterControl {

  /** What there is to command. */
  interface Ground {

    /** Whether the application has started, and Primacy was not closed. */
    boolean isRunning();

    Optional<String> defaultGroup();

    /** The view of a group this node takes part in. */
    Optional<Membership> find(String group);

    HaStatus status(String group);

    GroupDetails details(Membership membership);

    NodeState state(Membership membership);

    /** The commands of a controller; empty where there is no cluster. */
    Optional<CommandPost> post();

    /** Somebody took command. */
    void taken(boolean evicted, GroupSecret secret);
  }

  private final Ground ground;
  private final Optional<GroupSecret> configured;
  private final AtomicReference<@Nullable Command> current = new AtomicReference<>();

  LocalControl(Ground ground, Optional<String> configured) {
    this.ground = ground;
    this.configured = configured.map(GroupSecret::of);
  }

  @Override
  public HaStatus status() {
    return status(defaultGroup());
  }

  @Override
  public HaStatus status(String group) {
    return ground.isRunning() && ground.find(group).isPresent()
        ? ground.status(group)
        : new HaStatus(HaState.NONE, List.of());
  }

  @Override
  public GroupDetails details(String group) {
    return ground.details(member(group));
  }

  @Override
  public NodeState nodeState(String group) {
    return ground.state(member(group));
  }

  String defaultGroup() {
    return ground
        .defaultGroup()
        .orElseThrow(
            () -> new ControlException(MESSAGES.noDefaultGroup(), ControlError.BAD_REQUEST));
  }

  Membership member(String group) {
    return ground
        .find(group)
        .orElseThrow(
            () ->
                new ControlException(
                    MESSAGES.notMember(GroupNames.fit(group)), ControlError.NOT_MEMBER));
  }

  @Override
  public Controller connect(String secret) {
    requireNonNull(secret, "secret");
    if (!ground.isRunning()) {
      throw new ControlException(MESSAGES.notStarted(), ControlError.BAD_STATE);
    }
    GroupSecret presented = GroupSecret.of(secret);
    // both are looked at, so that a short one takes as long as a wrong one
    boolean same = presented.matches(configured.orElse(presented));
    boolean longEnough = presented.isLongEnough();
    if (!same || !longEnough) {
      throw new ControlException(
          MESSAGES.wrongSecret(GroupSecret.FEWEST_BYTES), ControlError.BAD_TOKEN);
    }
    Command next = new Command(this);
    Command before = current.getAndSet(next);
    ground.taken(before != null, presented);
    return next;
  }

  Optional<CommandPost> post() {
    return ground.isRunning() ? ground.post() : Optional.empty();
  }

  boolean isInCommand(Command command) {
    return current.get() == command;
  }

  void leave(Command command) {
    current.compareAndSet(command, null);
  }
}
