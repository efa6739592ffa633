package dev.primacy.watch;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Puts a {@link NodeFollower} together of functions; what is not given does nothing. Each method
 * replaces what was given before.
 *
 * @since 0.1
 */
public final class NodeFollowerBuilder {
  private Predicate<? super ClusterNode> filter = node -> true;
  private BiPredicate<? super ClusterNode, ? super ClusterNode> same = Object::equals;
  private Consumer<? super ClusterNode> appeared = node -> {};
  private BiConsumer<? super ClusterNode, ? super ClusterNode> updated = (previous, now) -> {};
  private Consumer<? super ClusterNode> removed = node -> {};
  private Consumer<? super NodeBatch> batchDone = batch -> {};

  NodeFollowerBuilder() {}

  /**
   * Which nodes are in the view.
   *
   * @param wanted true for those that are; all nodes unless given
   * @return this
   */
  public NodeFollowerBuilder filter(Predicate<? super ClusterNode> wanted) {
    filter = requireNonNull(wanted, "wanted");
    return this;
  }

  /**
   * When two states of a node are the same.
   *
   * @param identical true if nothing has changed that matters; equality unless given
   * @return this
   */
  public NodeFollowerBuilder same(BiPredicate<? super ClusterNode, ? super ClusterNode> identical) {
    same = requireNonNull(identical, "identical");
    return this;
  }

  /**
   * Two states of a node are the same if these parts of them are equal.
   *
   * @param parts what matters of a node
   * @return this
   */
  @SafeVarargs
  public final NodeFollowerBuilder sameBy(Function<? super ClusterNode, ?>... parts) {
    List<Function<? super ClusterNode, ?>> all = new ArrayList<>();
    for (Function<? super ClusterNode, ?> part : parts) {
      all.add(part);
    }
    same =
        (known, now) ->
            all.stream().allMatch(part -> Objects.equals(part.apply(known), part.apply(now)));
    return this;
  }

  /**
   * What is done when a node is in the view that was not.
   *
   * @param action gets the node
   * @return this
   */
  public NodeFollowerBuilder onAppeared(Consumer<? super ClusterNode> action) {
    appeared = requireNonNull(action, "action");
    return this;
  }

  /**
   * What is done when a node of the view has changed.
   *
   * @param action gets the node as it was and as it is
   * @return this
   */
  public NodeFollowerBuilder onUpdated(
      BiConsumer<? super ClusterNode, ? super ClusterNode> action) {
    updated = requireNonNull(action, "action");
    return this;
  }

  /**
   * What is done when a node is new in the view, and when it has changed: replaces {@link
   * #onAppeared} and {@link #onUpdated}.
   *
   * @param action gets the node as it is
   * @return this
   */
  public NodeFollowerBuilder onAppearedOrUpdated(Consumer<? super ClusterNode> action) {
    requireNonNull(action, "action");
    return onAppeared(action).onUpdated((previous, now) -> action.accept(now));
  }

  /**
   * What is done when a node is not in the view any more.
   *
   * @param action gets the node as it was in the view last
   * @return this
   */
  public NodeFollowerBuilder onRemoved(Consumer<? super ClusterNode> action) {
    removed = requireNonNull(action, "action");
    return this;
  }

  /**
   * What is done when all changes that came together were told.
   *
   * @param action gets what they came to
   * @return this
   */
  public NodeFollowerBuilder onBatchDone(Consumer<? super NodeBatch> action) {
    batchDone = requireNonNull(action, "action");
    return this;
  }

  /**
   * Makes the follower.
   *
   * @return one that what is done to this builder afterwards does not change
   */
  public NodeFollower build() {
    return new Built(filter, same, appeared, updated, removed, batchDone);
  }

  private record Built(
      Predicate<? super ClusterNode> wanted,
      BiPredicate<? super ClusterNode, ? super ClusterNode> identical,
      Consumer<? super ClusterNode> onAppeared,
      BiConsumer<? super ClusterNode, ? super ClusterNode> onUpdated,
      Consumer<? super ClusterNode> onRemoved,
      Consumer<? super NodeBatch> onBatchDone)
      implements NodeFollower {
    @Override
    public boolean filter(ClusterNode node) {
      return wanted.test(node);
    }

    @Override
    public boolean same(ClusterNode known, ClusterNode now) {
      return identical.test(known, now);
    }

    @Override
    public void appeared(ClusterNode node) {
      onAppeared.accept(node);
    }

    @Override
    public void updated(ClusterNode previous, ClusterNode now) {
      onUpdated.accept(previous, now);
    }

    @Override
    public void removed(ClusterNode last) {
      onRemoved.accept(last);
    }

    @Override
    public void batchDone(NodeBatch batch) {
      onBatchDone.accept(batch);
    }
  }
}
