package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.ClusterNode;
import dev.primacy.control.ControlError;
import dev.primacy.control.ControlException;
import dev.primacy.control.SecondaryInitializer;
import dev.primacy.core.operate.GroupSecret;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.spi.RecordVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Makes this node a secondary: looks whether primary and settings are what they should be, has the
 * application copy its state, and follows. On the lease thread, but for the copy.
 */
final class SecondaryJoins {
  private static final Duration LONGEST_COPY = Duration.ofDays(1);

  private final Machinery machinery;
  private final Operations operations;
  private final ExecutorService desk;
  private final @Nullable SecondaryInitializer initializer;

  SecondaryJoins(
      Machinery machinery,
      Operations operations,
      ExecutorService desk,
      @Nullable SecondaryInitializer initializer) {
    this.machinery = machinery;
    this.operations = operations;
    this.desk = desk;
    this.initializer = initializer;
  }

  /** What kind of state the application understands; empty if it has no initializer. */
  Optional<String> schema() {
    return Optional.ofNullable(initializer).map(SecondaryInitializer::schema);
  }

  /**
   * Follows the primary of this name, or says why not; both are events, too.
   *
   * @return completes on the lease thread
   */
  CompletableFuture<Void> join(String group, String primary) {
    GroupCycle cycle = machinery.cycles.get(group);
    CompletableFuture<Void> joined =
        cycle == null
            ? CompletableFuture.failedFuture(
                new ControlException(MESSAGES.notMember(group), ControlError.NOT_MEMBER))
            : follow(cycle, primary);
    return joined.whenComplete((done, failed) -> tell(group, primary, failed));
  }

  private CompletableFuture<Void> follow(GroupCycle cycle, String name) {
    ClusterNode primary;
    try {
      primary = checked(cycle, name);
    } catch (ControlException wrong) {
      return CompletableFuture.failedFuture(wrong);
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    SecondaryInitializer copier = initializer;
    if (copier == null) {
      copied(cycle, primary, false, done);
    } else {
      copy(copier, cycle, primary, done);
    }
    return done;
  }

  /** Given up as soon as the primary is not what it was: then nobody needs the copy. */
  private void copy(
      SecondaryInitializer copier,
      GroupCycle cycle,
      ClusterNode primary,
      CompletableFuture<Void> done) {
    FutureTask<Boolean> copy = new FutureTask<>(() -> copy(copier, cycle.group(), primary));
    CompletableFuture<Void> gone =
        operations.expect(
            cycle.group(),
            () -> !isHeldBy(cycle.membership(), primary.id().incarnation()),
            LONGEST_COPY,
            () -> went(cycle.group(), primary));
    var unused =
        gone.whenComplete(
            (went, late) -> {
              copy.cancel(true);
              done.completeExceptionally(went(cycle.group(), primary));
            });
    desk.execute(
        () -> {
          copy.run();
          machinery.loop.post(() -> ended(copy, cycle, primary, done));
        });
  }

  private void ended(
      FutureTask<Boolean> copy,
      GroupCycle cycle,
      ClusterNode primary,
      CompletableFuture<Void> done) {
    try {
      copied(cycle, primary, copy.get(), done);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      done.completeExceptionally(cause == null ? failed : cause);
    } catch (CancellationException givenUp) {
      done.completeExceptionally(went(cycle.group(), primary));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean copy(SecondaryInitializer copier, String group, ClusterNode primary) {
    boolean same;
    try {
      same = copier.at(group, primary).equals(copier.here(group));
    } catch (Exception unreachable) {
      throw failed(group, primary, unreachable, ControlError.CONNECT);
    }
    if (same) {
      return false;
    }
    try {
      copier.copy(group, primary);
      return true;
    } catch (Exception brokenOff) {
      throw failed(group, primary, brokenOff, ControlError.CLOSED);
    }
  }

  private static ControlException failed(
      String group, ClusterNode primary, Exception failure, ControlError error) {
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return new ControlException(
        MESSAGES.notCopied(group, primary.id().toString(), String.valueOf(failure)), error);
  }

  private void copied(
      GroupCycle cycle, ClusterNode primary, boolean byCopy, CompletableFuture<Void> done) {
    if (done.isDone()) {
      return;
    }
    if (isHeldBy(cycle.membership(), primary.id().incarnation())) {
      cycle.announcer().initialized(primary, byCopy);
      operations.orders(cycle.group()).ifPresent(orders -> orders.follow(primary.id()));
      done.complete(null);
    } else {
      done.completeExceptionally(went(cycle.group(), primary));
    }
  }

  private static ControlException went(String group, ClusterNode primary) {
    return new ControlException(
        MESSAGES.primaryWentMeanwhile(group, primary.id().toString()), ControlError.CLOSED);
  }

  private boolean isHeldBy(GroupMembership membership, UUID incarnation) {
    return operations.isLive(incarnation)
        && membership
            .picture()
            .record()
            .flatMap(GroupRecord::holder)
            .filter(incarnation::equals)
            .isPresent();
  }

  private void tell(String group, String primary, @Nullable Throwable failed) {
    GroupCycle cycle = machinery.cycles.get(group);
    Optional<ControlError> error =
        Optional.ofNullable(failed)
            .map(f -> f instanceof ControlException c ? c.error() : ControlError.CLOSED);
    if (error.isPresent()) {
      operations.orders(group).ifPresent(Orders::failedToFollow);
    }
    if (cycle != null) {
      cycle.announcer().joinResult(primary, error);
    }
  }

  // ---- what has to be so

  private ClusterNode checked(GroupCycle cycle, String name) {
    GroupMembership membership = cycle.membership();
    GroupPicture picture = membership.picture();
    String group = cycle.group();
    if (membership.isPrimary() || cycle.isChanging()) {
      throw new ControlException(MESSAGES.isPrimaryItself(group), ControlError.BAD_STATE);
    }
    if (picture.record().isEmpty() && !picture.version().equals(RecordVersion.ABSENT)) {
      throw new ControlException(
          MESSAGES.groupUnreadable(group, "see PRIMACY-2114 in the log"), ControlError.BAD_VERSION);
    }
    if (picture.record().filter(record -> !isCompatible(cycle, record)).isPresent()) {
      throw new ControlException(MESSAGES.otherSettings(group), ControlError.BAD_CONFIG);
    }
    return checkedPrimary(membership, name);
  }

  private static boolean isCompatible(GroupCycle cycle, GroupRecord record) {
    return cycle.join().map(join -> join.policy().name().equals(record.policy())).orElse(false);
  }

  private ClusterNode checkedPrimary(GroupMembership membership, String name) {
    String group = membership.group();
    ClusterNode primary = membership.primary().orElse(null);
    if (primary == null || !isHeldBy(membership, primary.id().incarnation())) {
      throw new ControlException(
          MESSAGES.noPrimaryToFollow(group, GroupNames.fit(name)), ControlError.CONNECT);
    }
    if (!primary.id().name().equals(name)) {
      throw new ControlException(
          MESSAGES.otherPrimary(group, primary.id().toString(), GroupNames.fit(name)),
          ControlError.BAD_NAME);
    }
    checkSecret(group, primary);
    String schema = operations.internal(primary).get(Published.SCHEMA);
    if (!Optional.ofNullable(schema).equals(schema())) {
      throw new ControlException(
          MESSAGES.otherSchema(
              group, primary.id().toString(), schema().orElse("none"), String.valueOf(schema)),
          ControlError.SCHEMA_MISMATCH);
    }
    return primary;
  }

  /** Whoever knows no secret joins whoever asks for none. */
  private void checkSecret(String group, ClusterNode primary) {
    String proof = operations.internal(primary).get(Published.SECRET);
    GroupSecret own = operations.publisher().secret().orElse(null);
    boolean same =
        proof == null || (own != null && own.isProvenBy(primary.id().incarnation(), proof));
    if (!same) {
      throw new ControlException(
          MESSAGES.otherSecret(group, primary.id().toString()), ControlError.BAD_TOKEN);
    }
  }
}
