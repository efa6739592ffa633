package dev.primacy.core.runtime;

import dev.primacy.Membership;
import dev.primacy.control.GroupDetails;
import dev.primacy.control.HaState;
import dev.primacy.control.HaStatus;
import dev.primacy.control.NodeState;
import dev.primacy.control.ReadOnlyState;
import dev.primacy.core.CoreLog;
import dev.primacy.core.operate.GroupSecret;
import dev.primacy.core.settings.Mode;
import dev.primacy.core.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What there is to see of a node without a cluster: nothing that could be commanded. */
final class QuietGround implements LocalControl.Ground {
  private final ConfiguredRuntime runtime;
  private final BooleanSupplier running;

  QuietGround(ConfiguredRuntime runtime, BooleanSupplier running) {
    this.runtime = runtime;
    this.running = running;
  }

  /** Says in the log what became of it. */
  static void log(RuntimeSetup setup, Settings settings) {
    if (settings.mode() == Mode.DISABLED) {
      CoreLog.LOG.disabled(setup.application(), admits(settings) ? "let in" : "refused");
    } else if (settings.mode() == Mode.STANDALONE && setup.usage().guarded()) {
      CoreLog.LOG.standalone(setup.application());
    }
  }

  /** Whether guards let calls in where there is no cluster. */
  static boolean admits(Settings settings) {
    return switch (settings.mode()) {
      case STANDALONE -> true;
      case DISABLED ->
          settings.values().text("primacy.guard.when-disabled").equals(Optional.of("admit"));
      case CLUSTERED -> false;
    };
  }

  @Override
  public boolean isRunning() {
    return running.getAsBoolean();
  }

  @Override
  public Optional<String> defaultGroup() {
    return runtime.defaultGroup();
  }

  @Override
  public Optional<Membership> find(String group) {
    return runtime.dynamicGroups().find(group);
  }

  @Override
  public HaStatus status(String group) {
    return new HaStatus(HaState.NONE, List.of());
  }

  @Override
  public GroupDetails details(Membership membership) {
    return new GroupDetails(
        membership.group(),
        Optional.empty(),
        runtime.settings().group(membership.group()).policy().wireName(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        ReadOnlyState.WRITABLE,
        List.of(),
        membership.node());
  }

  @Override
  public NodeState state(Membership membership) {
    return new NodeState(
        membership.group(),
        membership.role(),
        membership.standing(),
        NodeState.Connection.NOT_APPLICABLE,
        Optional.empty(),
        Optional.empty(),
        NodeState.Channel.NONE);
  }

  @Override
  public Optional<CommandPost> post() {
    return Optional.empty();
  }

  @Override
  public void taken(boolean evicted, GroupSecret secret) {
    // there is nobody to prove it to
  }
}
