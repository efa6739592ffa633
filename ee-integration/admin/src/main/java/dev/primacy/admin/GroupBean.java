package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import dev.primacy.FencingToken;
import dev.primacy.control.ControlException;
import dev.primacy.control.GroupControl;
import dev.primacy.control.GroupDetails;
import dev.primacy.core.messaging.MessagingStatus;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.vitals.GroupVitals;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** One group over JMX. What it throws are types of the JDK: whoever looks has no other ones. */
final class GroupBean implements GroupMXBean {
  private final String group;
  private final Commanding commanding;
  private final PrimacyRuntime runtime;
  private final Patience patience;
  private final boolean commands;

  GroupBean(
      String group,
      Commanding commanding,
      PrimacyRuntime runtime,
      Patience patience,
      boolean commands) {
    this.group = group;
    this.commanding = commanding;
    this.runtime = runtime;
    this.patience = patience;
    this.commands = commands;
  }

  @Override
  public String getRole() {
    return Json.word(commanding.control().nodeState(group).role());
  }

  @Override
  public String getStanding() {
    return Json.word(commanding.control().nodeState(group).standing());
  }

  @Override
  public long getTerm() {
    return details().token().map(FencingToken::term).orElse(0L);
  }

  @Override
  public String getPrimary() {
    return details().primary().map(node -> node.id().name()).orElse("");
  }

  @Override
  public boolean isFrozen() {
    return details().frozen();
  }

  @Override
  public boolean isReadOnly() {
    return details().readOnly().isReadOnly();
  }

  @Override
  public List<String> getNodes() {
    return details().nodes().stream().map(node -> node.id().name()).toList();
  }

  @Override
  public String getVersion() {
    return details().version().orElse("");
  }

  @Override
  public List<String> getAlarms() {
    return runtime.alarms().active().stream()
        .map(alarm -> Json.word(alarm.kind()) + " " + alarm.subject() + ": " + alarm.text())
        .toList();
  }

  @Override
  public long getLeaseRemainingMillis() {
    return vital(group -> group.remaining().toMillis());
  }

  @Override
  public long getUnavailableMillis() {
    return vital(group -> group.unavailable().toMillis());
  }

  @Override
  public long getCallsAllowed() {
    return vital(group -> group.guards().allowed());
  }

  @Override
  public long getCallsRefused() {
    return vital(group -> group.guards().rejected() + group.guards().redirected());
  }

  @Override
  public long getCallsLost() {
    return vital(group -> group.guards().lost());
  }

  private long vital(ToLongFunction<GroupVitals> figure) {
    return runtime.vitals().group(group).map(figure::applyAsLong).orElse(0L);
  }

  @Override
  public String getStoreState() {
    return Json.word(runtime.storeStatus().state());
  }

  @Override
  public String getStoreEndpoint() {
    return runtime.vitals().store().endpoint().orElse("");
  }

  @Override
  public int getStalledObservers() {
    return runtime.vitals().delivery().stalled();
  }

  @Override
  public long getObserverStalls() {
    return runtime.vitals().delivery().stalls();
  }

  @Override
  public String getMessenger() {
    MessagingStatus status = runtime.messagingStatus();
    return status
        .messenger()
        .map(name -> name + ": " + Json.word(status.state().state()))
        .orElse("");
  }

  @Override
  public List<String> getNodeHealth() {
    return new NodeForm(runtime)
        .seen().stream()
            .map(health -> health.node().name() + ": " + Json.word(health.state()))
            .toList();
  }

  private GroupDetails details() {
    return commanding.control().details(group);
  }

  @Override
  public void stepDown() {
    command("step-down", GroupControl::stepDown);
  }

  @Override
  public void switchover(String node) {
    command("switchover", control -> control.switchover(node));
  }

  @Override
  public void freeze(boolean frozen) {
    command("freeze", control -> control.freeze(frozen));
  }

  @Override
  public void readOnly(boolean readOnly) {
    command("read-only", control -> control.readOnly(readOnly));
  }

  private void command(String name, Function<GroupControl, CompletionStage<?>> given) {
    if (!commands) {
      throw new IllegalStateException(TEXT.commandsOff());
    }
    try {
      boolean done = patience.await(group, given.apply(commanding.group(group)));
      AdminLog.LOG.commanded(name, "JMX", done ? "carried out" : "under way", "none");
    } catch (ControlException refused) {
      AdminLog.LOG.commanded(name, "JMX", refused.error().name(), "none");
      throw new IllegalStateException(refused.getMessage());
    }
  }
}
