package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;
import static java.util.Objects.requireNonNull;

import dev.primacy.control.ControlError;
import dev.primacy.control.ControlException;
import dev.primacy.control.Controller;
import dev.primacy.control.GroupControl;
import dev.primacy.control.MaintenanceLock;
import java.util.Optional;

/** Command of this node, until somebody else takes it. */
final class Command implements Controller {
  private final LocalControl control;

  Command(LocalControl control) {
    this.control = control;
  }

  @Override
  public GroupControl group() {
    return group(control.defaultGroup());
  }

  @Override
  public GroupControl group(String name) {
    requireNonNull(name, "name");
    post();
    return new GroupCommands(this, control.member(name).group(), Optional.empty());
  }

  @Override
  public MaintenanceLock lockForMaintenance(String reason) {
    return post().lock(requireNonNull(reason, "reason"));
  }

  /** Where commands are carried out; throws if this is not in command, or there is no cluster. */
  CommandPost post() {
    if (!isInCommand()) {
      throw new ControlException(MESSAGES.controlLost(), ControlError.CONTROL_LOST);
    }
    return control
        .post()
        .orElseThrow(() -> new ControlException(MESSAGES.noCluster(), ControlError.BAD_STATE));
  }

  @Override
  public boolean isInCommand() {
    return control.isInCommand(this);
  }

  @Override
  public void close() {
    control.leave(this);
  }
}
