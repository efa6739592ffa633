package dev.primacy.admin;

import dev.primacy.control.Alarm;
import dev.primacy.control.Alarms;
import dev.primacy.control.ClusterControl;
import dev.primacy.control.ControlError;
import dev.primacy.control.ControlException;
import dev.primacy.control.Controller;
import dev.primacy.control.GroupAdmin;
import dev.primacy.control.GroupControl;
import dev.primacy.control.GroupDetails;
import dev.primacy.control.HaState;
import dev.primacy.control.HaStatus;
import dev.primacy.control.NodeState;
import dev.primacy.core.settings.SettingText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What the admin front commands, without any cluster: remembers what it was told, in order. */
final class FakeControl implements ClusterControl, GroupAdmin, Alarms {
  final Map<String, FakeGroup> groups = new ConcurrentHashMap<>();
  final List<String> told = new CopyOnWriteArrayList<>();
  final List<String> secrets = new CopyOnWriteArrayList<>();
  final List<Alarm> alarms = new CopyOnWriteArrayList<>();
  final Map<String, Map<String, String>> configured = new TreeMap<>();

  volatile Optional<ControlError> refusing = Optional.empty();
  volatile boolean silent;
  volatile CompletableFuture<GroupDetails> unanswered = new CompletableFuture<>();
  private volatile Optional<FakeController> inCommand = Optional.empty();

  FakeGroup group(String name) {
    return groups.computeIfAbsent(name, FakeGroup::new);
  }

  private FakeGroup member(String name) {
    return Optional.ofNullable(groups.get(name)).orElseThrow(() -> error(ControlError.NOT_MEMBER));
  }

  static ControlException error(ControlError error) {
    return new ControlException("PRIMACY-2020: not carried out", error);
  }

  @Override
  public HaStatus status() {
    return status("orders");
  }

  @Override
  public HaStatus status(String group) {
    return switch (member(group).role) {
      case PRIMARY -> new HaStatus(HaState.PRIMARY, List.of(FakeGroup.N2));
      case SECONDARY -> new HaStatus(HaState.SECONDARY, List.of(FakeGroup.N1));
      case NOT_IN_GROUP -> new HaStatus(HaState.NONE, List.of());
    };
  }

  @Override
  public GroupDetails details(String group) {
    return member(group).details();
  }

  @Override
  public NodeState nodeState(String group) {
    return member(group).state();
  }

  @Override
  public Controller connect(String secret) {
    secrets.add(secret);
    FakeController next = new FakeController(this);
    inCommand = Optional.of(next);
    return next;
  }

  boolean isInCommand(FakeController asked) {
    return inCommand.filter(asked::equals).isPresent();
  }

  void dismiss(FakeController controller) {
    if (isInCommand(controller)) {
      inCommand = Optional.empty();
    }
  }

  GroupControl commands(FakeController from, String group) {
    return new FakeGroupControl(this, from, member(group), Optional.empty());
  }

  /** A command: told, and carried out unless the test wants otherwise. */
  CompletionStage<GroupDetails> command(String what, Supplier<GroupDetails> effect) {
    told.add(what);
    if (refusing.isPresent()) {
      return CompletableFuture.failedFuture(error(refusing.get()));
    }
    return silent ? unanswered : CompletableFuture.completedFuture(effect.get());
  }

  @Override
  public CompletionStage<GroupDetails> create(String group) {
    return enter("create", group);
  }

  @Override
  public CompletionStage<GroupDetails> join(String group) {
    return enter("join", group);
  }

  private CompletionStage<GroupDetails> enter(String how, String group) {
    return groups.containsKey(group)
        ? CompletableFuture.failedFuture(error(ControlError.ALREADY_MEMBER))
        : command(how + " " + group, () -> group(group).details());
  }

  @Override
  public CompletionStage<Void> leave(String group) {
    return groups.containsKey(group)
        ? command("leave " + group, () -> groups.remove(group).details()).thenRun(() -> {})
        : CompletableFuture.failedFuture(error(ControlError.NOT_MEMBER));
  }

  @Override
  public CompletionStage<Void> drop(String group) {
    return groups.containsKey(group)
        ? command("drop " + group, () -> groups.remove(group).details()).thenRun(() -> {})
        : CompletableFuture.failedFuture(error(ControlError.BAD_STATE));
  }

  @Override
  public void preconfigure(String group, Map<String, String> settings) {
    if (groups.containsKey(group)) {
      throw error(ControlError.ALREADY_MEMBER);
    }
    if (!settings.keySet().stream().allMatch(SettingText::isName)) {
      throw error(ControlError.BAD_REQUEST);
    }
    configured.put(group, settings);
  }

  @Override
  public List<Alarm> active() {
    return List.copyOf(alarms);
  }
}
