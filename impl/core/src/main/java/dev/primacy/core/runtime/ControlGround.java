package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.GroupStanding;
import dev.primacy.Membership;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.control.GroupDetails;
import dev.primacy.control.HaState;
import dev.primacy.control.HaStatus;
import dev.primacy.control.NodeState;
import dev.primacy.control.ReadOnlyState;
import dev.primacy.core.elector.SignOfLife;
import dev.primacy.core.operate.GroupSecret;
import dev.primacy.core.record.Candidate;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.settings.Settings;
import dev.primacy.spi.RecordVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What there is to see and to command of a node in a cluster. */
final class ControlGround implements LocalControl.Ground {
  private static final Duration SHORTLY = Duration.ofMillis(100);

  private final Machinery machinery;
  private final Settings settings;
  private final BooleanSupplier running;
  private final ClusterGroups groups;
  private final CommandPost post;

  ControlGround(Machinery machinery, BooleanSupplier running, ClusterGroups groups) {
    this.machinery = machinery;
    this.settings = machinery.settings;
    this.running = running;
    this.groups = groups;
    this.post = new CommandPost(machinery, (group, membership) -> details(membership));
  }

  @Override
  public boolean isRunning() {
    return running.getAsBoolean();
  }

  @Override
  public Optional<String> defaultGroup() {
    return settings.defaultGroup();
  }

  @Override
  public Optional<Membership> find(String group) {
    return groups.find(group);
  }

  @Override
  public Optional<CommandPost> post() {
    return Optional.of(post);
  }

  @Override
  public void taken(boolean evicted, GroupSecret secret) {
    machinery.loop.post(() -> machinery.operations.publisher().secret(secret));
    machinery.deliveries.controlTaken(evicted);
  }

  @Override
  public HaStatus status(String group) {
    GroupCycle cycle = machinery.find(group).orElse(null);
    if (cycle == null) {
      return new HaStatus(HaState.NONE, List.of());
    }
    GroupMembership membership = cycle.membership();
    HaState state = machinery.operations.state(cycle);
    return new HaStatus(
        state,
        switch (state) {
          case NONE -> List.of();
          case PRIMARY -> others(cycle);
          case SECONDARY, RELAY -> membership.primary().stream().toList();
        });
  }

  private List<ClusterNode> others(GroupCycle cycle) {
    NodeId self = cycle.membership().node();
    boolean ordered = cycle.conduct() != Conduct.AUTOMATIC;
    return machinery.view.nodes(cycle.group()).stream()
        .filter(node -> !node.id().equals(self))
        .filter(node -> !ordered || isSecondary(cycle.group(), node))
        .toList();
  }

  private boolean isSecondary(String group, ClusterNode node) {
    return Published.isSecondaryOf(group, machinery.view.internal(node.id().incarnation()));
  }

  @Override
  public GroupDetails details(Membership asked) {
    GroupCycle cycle = machinery.find(asked.group()).orElse(null);
    Optional<GroupPicture> picture =
        Optional.ofNullable(cycle).map(found -> found.membership().picture());
    Optional<GroupRecord> record = picture.flatMap(GroupPicture::record);
    return new GroupDetails(
        asked.group(),
        picture
            .map(GroupPicture::version)
            .filter(version -> !version.equals(RecordVersion.ABSENT))
            .map(RecordVersion::value),
        policy(asked.group(), cycle),
        asked.primary(),
        record.flatMap(GroupRecord::token),
        record.flatMap(this::candidate),
        record.map(GroupRecord::frozen).orElse(false),
        record.map(GroupRecord::readOnlyState).orElse(ReadOnlyState.WRITABLE),
        asked.nodes(),
        asked.node());
  }

  private Optional<NodeId> candidate(GroupRecord record) {
    return record
        .candidate()
        .map(Candidate::incarnation)
        .flatMap(machinery.view::find)
        .map(ClusterNode::id);
  }

  private String policy(String group, @Nullable GroupCycle cycle) {
    return (cycle == null ? settings.group(group).policy() : cycle.policy()).wireName();
  }

  @Override
  public NodeState state(Membership asked) {
    NodeRole role = asked.role();
    GroupStanding standing = asked.standing();
    Optional<Instant> answered = machinery.keeper.contact().lastAnswer();
    Optional<Instant> heartbeat =
        role == NodeRole.PRIMARY
            ? Optional.of(ownRenewal(asked))
            : asked.primary().flatMap(primary -> renewalOf(primary.id().incarnation()));
    return new NodeState(
        asked.group(),
        role,
        standing,
        machinery.keeper.contact().connection(standing),
        heartbeat,
        answered,
        machinery.keeper.isHinted() ? NodeState.Channel.PUSH : NodeState.Channel.POLL);
  }

  /** What is left of the lease says when it began. */
  private Instant ownRenewal(Membership asked) {
    Duration usable = settings.timing().lease().minusNanos(settings.timing().marginNanos());
    Instant now = Instant.ofEpochMilli(machinery.clocks().millis());
    return now.minus(usable.minus(asked.remaining()));
  }

  private Optional<Instant> renewalOf(UUID incarnation) {
    CompletableFuture<Optional<SignOfLife>> answer = new CompletableFuture<>();
    machinery.loop.post(() -> answer.complete(machinery.driver.signOfLife(incarnation)));
    try {
      Optional<SignOfLife> seen = machinery.execution().await(answer, SHORTLY);
      long millis = machinery.clocks().millis();
      long nanos = machinery.nanos();
      return seen.map(
          sign -> Instant.ofEpochMilli(millis).minusNanos(Math.max(0, nanos - sign.nanos())));
    } catch (TimeoutException | ExecutionException silent) {
      return Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
