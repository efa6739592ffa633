package dev.primacy.core.view;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.NodeLifecycle;
import dev.primacy.core.CoreMessages;
import dev.primacy.core.settings.SettingText;
import dev.primacy.watch.FollowOptions.Baseline;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.WatchFailedException;
import dev.primacy.watch.WatchPhase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What one follower sees of the nodes: told the latest states of nodes, batch by batch, it tells
 * the follower what that means to its view. A batch costs as much as it has changes, however many
 * nodes there are.
 *
 * <p>A node enters the view when the follower has been told that it appeared, and leaves it when it
 * has been told that it was removed; so the view is at every point what a follower that takes notes
 * has written down. No threads, no clocks; for one thread at a time.
 *
 * @since 0.1
 */
public final class FollowerView {
  private static final Comparator<ClusterNode> ORDER = Comparator.comparing(ClusterNode::id);

  private final String name;
  private final NodeFollower follower;
  private final Baseline baseline;
  private final CallPermit permit;
  private final Map<UUID, ClusterNode> view = new HashMap<>();

  // kept once it has been asked for: a follower that never does pays nothing for the order
  private @Nullable SortedMap<NodeId, ClusterNode> ordered;

  private long batches;
  private boolean failed;

  /**
   * Makes an empty view.
   *
   * @param name names the follower in messages
   * @param follower who is told
   * @param baseline what a state is compared with
   * @param permit is asked before every call
   */
  public FollowerView(String name, NodeFollower follower, Baseline baseline, CallPermit permit) {
    this.name = name;
    this.follower = follower;
    this.baseline = baseline;
    this.permit = permit;
  }

  /**
   * Tells a batch; the first one is the initial one.
   *
   * @param latest the nodes that changed, each once, in any order, as they are now; those that are
   *     gone in the state {@link NodeLifecycle#REMOVED}
   * @return false if the permit was refused before the batch was told; the follower has then been
   *     told a part of it
   * @throws WatchFailedException if the follower threw; it is told nothing more
   */
  public boolean tell(Collection<ClusterNode> latest) {
    if (failed) {
      throw new IllegalStateException("a follower that failed is told nothing more");
    }
    List<ClusterNode> ordered = new ArrayList<>(latest);
    ordered.sort(ORDER);
    FollowerBatch batch = new FollowerBatch(batches + 1, this::nodes);
    List<ClusterNode> gone = new ArrayList<>();
    for (ClusterNode now : ordered) {
      if (!look(now, batch, gone)) {
        return false;
      }
    }
    for (ClusterNode last : gone) {
      if (!permit.mayCall(WatchPhase.REMOVED, last.id())) {
        return false;
      }
      remove(last);
      batch.countRemoved();
    }
    return done(batch);
  }

  private boolean look(ClusterNode now, FollowerBatch batch, List<ClusterNode> gone) {
    ClusterNode known = view.get(now.id().incarnation());
    boolean passes = false;
    if (now.lifecycle() != NodeLifecycle.REMOVED) {
      if (!permit.mayCall(WatchPhase.FILTER, now.id())) {
        return false;
      }
      passes = ask(WatchPhase.FILTER, now.id(), () -> follower.filter(now));
    }
    if (passes) {
      return known == null ? appear(now, batch) : update(known, now, batch);
    }
    if (known != null) {
      gone.add(known);
    }
    return true;
  }

  private boolean appear(ClusterNode now, FollowerBatch batch) {
    if (!permit.mayCall(WatchPhase.APPEARED, now.id())) {
      return false;
    }
    tell(WatchPhase.APPEARED, now.id(), () -> follower.appeared(now));
    put(now);
    batch.countAppeared();
    return true;
  }

  private boolean update(ClusterNode known, ClusterNode now, FollowerBatch batch) {
    if (!permit.mayCall(WatchPhase.SAME, now.id())) {
      return false;
    }
    if (ask(WatchPhase.SAME, now.id(), () -> follower.same(known, now))) {
      if (baseline == Baseline.LAST_SEEN) {
        put(now);
      }
      return true;
    }
    if (!permit.mayCall(WatchPhase.UPDATED, now.id())) {
      return false;
    }
    tell(WatchPhase.UPDATED, now.id(), () -> follower.updated(known, now));
    put(now);
    batch.countUpdated();
    return true;
  }

  private void remove(ClusterNode last) {
    tell(WatchPhase.REMOVED, last.id(), () -> follower.removed(last));
    view.remove(last.id().incarnation());
    if (ordered != null) {
      ordered.remove(last.id());
    }
  }

  private void put(ClusterNode now) {
    view.put(now.id().incarnation(), now);
    if (ordered != null) {
      ordered.put(now.id(), now);
    }
  }

  private boolean done(FollowerBatch batch) {
    if (!permit.mayCall(WatchPhase.BATCH_DONE, null)) {
      return false;
    }
    batches++;
    try {
      tell(WatchPhase.BATCH_DONE, null, () -> follower.batchDone(batch));
    } finally {
      batch.over();
    }
    return true;
  }

  /**
   * Tells the follower that every node of the view was removed, in ascending order. Does not care
   * whether that is permitted.
   *
   * @throws WatchFailedException if the follower threw; it is told nothing more
   */
  public void removeAll() {
    for (ClusterNode last : nodes()) {
      permit.mayCall(WatchPhase.REMOVED, last.id());
      remove(last);
    }
  }

  /**
   * The nodes of the view.
   *
   * @return as they were told last, or, with {@link Baseline#LAST_SEEN}, as they were seen last; an
   *     immutable list in ascending order
   */
  public List<ClusterNode> nodes() {
    SortedMap<NodeId, ClusterNode> all = ordered;
    if (all == null) {
      all = new TreeMap<>();
      for (ClusterNode node : view.values()) {
        all.put(node.id(), node);
      }
      ordered = all;
    }
    return List.copyOf(all.values());
  }

  // ---- the follower's code

  private interface Telling {
    void run() throws Exception;
  }

  private void tell(WatchPhase phase, @Nullable NodeId about, Telling telling) {
    ask(
        phase,
        about,
        () -> {
          telling.run();
          return true;
        });
  }

  private boolean ask(WatchPhase phase, @Nullable NodeId about, Callable<Boolean> question) {
    try {
      return question.call();
    } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
      failed = true;
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw failure(phase, about, failure);
    }
  }

  private WatchFailedException failure(
      WatchPhase phase, @Nullable NodeId about, Throwable failure) {
    String node = about == null ? "no node" : "node " + SettingText.fit(about.toString());
    String message =
        CoreMessages.MESSAGES.followerFailed(
            SettingText.fit(name), phase.name(), node, SettingText.fit(String.valueOf(failure)));
    return new WatchFailedException(message, phase, Optional.ofNullable(about), failure);
  }
}
