package dev.primacy.admin;

import dev.primacy.control.ControlError;
import dev.primacy.control.Controller;
import dev.primacy.control.GroupControl;
import dev.primacy.control.MaintenanceLock;

/** Command of a {@link FakeControl}. */
final class FakeController implements Controller {
  private final FakeControl control;

  FakeController(FakeControl control) {
    this.control = control;
  }

  @Override
  public GroupControl group() {
    return group("orders");
  }

  @Override
  public GroupControl group(String name) {
    if (!isInCommand()) {
      throw FakeControl.error(ControlError.CONTROL_LOST);
    }
    return control.commands(this, name);
  }

  @Override
  public MaintenanceLock lockForMaintenance(String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isInCommand() {
    return control.isInCommand(this);
  }

  @Override
  public void close() {
    control.dismiss(this);
  }
}
