package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.GroupStanding;
import dev.primacy.core.record.GroupRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What there is to command of a group that this node has just joined. Any thread. */
final class NewGroups {
  private final Machinery machinery;
  private final Operations operations;
  private final CommandQueue queue;
  private final CommandPost post;

  NewGroups(Machinery machinery, CommandQueue queue, CommandPost post) {
    this.machinery = machinery;
    this.operations = machinery.operations;
    this.queue = queue;
    this.post = post;
  }

  /** Until this node has read what there is of the group. */
  CompletionStage<Void> awaitMember(String group) {
    CompletableFuture<Void> member = new CompletableFuture<>();
    Duration time = machinery.settings.timing().lease().multipliedBy(2);
    machinery.loop.post(
        () -> {
          var unused =
              operations
                  .expect(
                      group,
                      () -> isMember(group),
                      time,
                      () -> CommandQueue.badState(MESSAGES.joinedLate(group)))
                  .whenComplete((done, failed) -> queue.tell(member, null, failed));
        });
    return member.minimalCompletionStage();
  }

  /** The stay before this one may be there still, until its last event was delivered. */
  private boolean isMember(String group) {
    return machinery
        .find(group)
        .map(cycle -> cycle.membership().picture())
        .filter(picture -> picture.standing() != GroupStanding.LEFT)
        .flatMap(GroupPicture::record)
        .isPresent();
  }

  /** Takes a group that nobody holds. */
  CompletionStage<Void> beFirst(String group) {
    return queue.order(
        group,
        true,
        cycle -> {
          GroupMembership membership = cycle.membership();
          Optional<UUID> holder = membership.picture().record().flatMap(GroupRecord::holder);
          UUID self = membership.node().incarnation();
          if (holder.isPresent() && !holder.get().equals(self)) {
            throw CommandQueue.badState(MESSAGES.heldAlready(group));
          }
          return post.takeOver(cycle, Optional.empty());
        });
  }
}
