package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.GroupStanding;
import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.control.ControlError;
import dev.primacy.control.ControlException;
import dev.primacy.control.GroupAdmin;
import dev.primacy.control.GroupDetails;
import dev.primacy.core.settings.SettingText;
import dev.primacy.core.settings.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Groups for operators, over those for code. */
final class LocalGroupAdmin implements GroupAdmin {
  private final Settings settings;
  private final Groups groups;
  private final LocalControl control;
  private final Preconfigured preconfigured;

  LocalGroupAdmin(
      Settings settings, Groups groups, LocalControl control, Preconfigured preconfigured) {
    this.settings = settings;
    this.groups = groups;
    this.control = control;
    this.preconfigured = preconfigured;
  }

  @Override
  public CompletionStage<GroupDetails> create(String group) {
    return newMember(group)
        .thenCompose(
            post ->
                post.newGroups()
                    .awaitMember(group)
                    .thenCompose(member -> post.newGroups().beFirst(group))
                    .thenApply(done -> control.details(group)));
  }

  @Override
  public CompletionStage<GroupDetails> join(String group) {
    return newMember(group)
        .thenCompose(
            post ->
                post.newGroups().awaitMember(group).thenApply(member -> control.details(group)));
  }

  private CompletionStage<CommandPost> newMember(String group) {
    try {
      checkOutside(group);
      CommandPost post = post();
      Membership ignored = groups.join(group);
      return CompletableFuture.completedFuture(post);
    } catch (ControlException refused) {
      return CompletableFuture.failedStage(refused);
    }
  }

  private CommandPost post() {
    return control
        .post()
        .orElseThrow(() -> new ControlException(MESSAGES.noCluster(), ControlError.BAD_STATE));
  }

  private void checkOutside(String group) {
    checkName(group);
    boolean member =
        groups.find(group).filter(view -> view.standing() != GroupStanding.LEFT).isPresent();
    if (member) {
      throw new ControlException(MESSAGES.memberAlready(group), ControlError.ALREADY_MEMBER);
    }
  }

  private static void checkName(String group) {
    if (!SettingText.isName(group)) {
      throw new ControlException(
          MESSAGES.badGroupName(GroupNames.fit(group)), ControlError.BAD_REQUEST);
    }
  }

  @Override
  public CompletionStage<Void> leave(String group) {
    try {
      checkName(group);
      control.member(group);
      return groups.leave(group);
    } catch (ControlException refused) {
      return CompletableFuture.failedStage(refused);
    } catch (IllegalArgumentException configured) {
      return CompletableFuture.failedStage(
          new ControlException(String.valueOf(configured.getMessage()), ControlError.BAD_STATE));
    }
  }

  @Override
  public CompletionStage<Void> drop(String group) {
    try {
      checkName(group);
      return post().droppedGroups().drop(group);
    } catch (ControlException refused) {
      return CompletableFuture.failedStage(refused);
    }
  }

  @Override
  public void preconfigure(String group, Map<String, String> more) {
    checkOutside(group);
    if (more.isEmpty()) {
      throw new ControlException(MESSAGES.nothingToConfigure(group), ControlError.BAD_REQUEST);
    }
    Optional<String> problem = preconfigured.put(settings, group, more);
    if (problem.isPresent()) {
      throw new ControlException(problem.get(), ControlError.BAD_REQUEST);
    }
  }
}
