package dev.primacy.core.runtime;

import static java.util.Objects.requireNonNull;

import dev.primacy.control.ControlException;
import dev.primacy.control.GroupControl;
import dev.primacy.control.GroupDetails;
import dev.primacy.spi.RecordVersion;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The commands of a controller for one group. */
final class GroupCommands implements GroupControl {
  private final Command command;
  private final String group;
  private final Optional<RecordVersion> expected;

  GroupCommands(Command command, String group, Optional<RecordVersion> expected) {
    this.command = command;
    this.group = group;
    this.expected = expected;
  }

  @Override
  public String group() {
    return group;
  }

  @Override
  public GroupControl expecting(String version) {
    requireNonNull(version, "version");
    return new GroupCommands(command, group, Optional.of(new RecordVersion(version)));
  }

  private <T> CompletionStage<T> ask(Function<CommandPost, CompletionStage<T>> order) {
    try {
      return order.apply(command.post());
    } catch (ControlException refused) {
      return CompletableFuture.failedStage(refused);
    }
  }

  @Override
  public CompletionStage<Void> bePrimary() {
    return ask(post -> post.bePrimary(group, expected));
  }

  @Override
  public CompletionStage<Void> beSecondary(String primary) {
    requireNonNull(primary, "primary");
    return ask(post -> post.beSecondary(group, expected, primary));
  }

  @Override
  public CompletionStage<Void> beNone() {
    return ask(post -> post.beNone(group, expected));
  }

  @Override
  public CompletionStage<Void> beRelay() {
    return ask(post -> post.beRelay(group, expected));
  }

  @Override
  public CompletionStage<Void> promote(String node) {
    requireNonNull(node, "node");
    return ask(post -> post.promote(group, expected, node, false));
  }

  @Override
  public CompletionStage<Void> switchover(String node) {
    requireNonNull(node, "node");
    return ask(post -> post.promote(group, expected, node, true));
  }

  @Override
  public CompletionStage<Void> stepDown() {
    return ask(post -> post.stepDown(group, expected));
  }

  @Override
  public CompletionStage<Void> failover() {
    return ask(post -> post.failover(group, expected));
  }

  @Override
  public CompletionStage<GroupDetails> freeze(boolean frozen) {
    return ask(post -> post.change(group, expected, record -> record.frozen(frozen)));
  }

  @Override
  public CompletionStage<GroupDetails> readOnly(boolean readOnly) {
    return ask(post -> post.change(group, expected, record -> record.readOnly(readOnly)));
  }

  @Override
  public CompletionStage<Void> declareDead(String node) {
    requireNonNull(node, "node");
    return ask(post -> post.declareDead(group, expected, node));
  }
}
