package dev.primacy;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The groups this node takes part in, to be joined and left while the application runs; inject it.
 *
 * <p>The groups of {@code primacy.group} and {@code primacy.groups} are joined when the application
 * starts and left when it stops: what is configured is not for code to undo. Any other group may be
 * joined and left as often as the application likes, with the application's settings. A group that
 * is guarded or injected by name, and joined at run time, is configured with {@code
 * primacy.groups.<name>.join=later}: until it is joined, and after it was left, its guards refuse,
 * and its {@link Membership} is {@link NodeRole#NOT_IN_GROUP} with {@link GroupStanding#LEFT}.
 *
 * <p>Observers of events hear of a group from the moment it is joined: first its initial state,
 * last {@link NodeRole#NOT_IN_GROUP}; joined again, they hear of it from the beginning.
 *
 * <p>Standalone, a group that was joined lets everything in, as everything else does then; with
 * {@code primacy.enabled=false} it refuses, or lets in if {@code
 * primacy.guard.when-disabled=admit}.
 *
 * <p>Every method answers at once and is safe on any thread.
 *
 * @since 0.1
 */
public interface Groups {

  /**
   * Takes part in a group from now on; again does nothing. A group whose {@link #leave} is under
   * way is joined when that is over. Before Primacy was started, the group is joined with the
   * start.
   *
   * @param name its name: 1 to 63 letters, digits, dots, underscores and hyphens, the first and the
   *     last a letter or a digit
   * @return the view of this stay in the group, {@link GroupStanding#JOINING} at first
   * @throws IllegalArgumentException if it is no name
   * @throws IllegalStateException if Primacy was closed, or never started because nothing in the
   *     application uses it
   */
  Membership join(String name);

  /**
   * Takes part in a group no more: the guard closes, observers hear {@code NodeRoleChanging},
   * guarded calls in flight drain, the store is told, and this node is no candidate any more. That
   * is final for the view that {@link #join} returned: it is {@link NodeRole#NOT_IN_GROUP} with
   * {@link GroupStanding#LEFT} from then on, whether or not the group is joined again.
   *
   * <p>Do not wait for it within a guarded call or an observer of the group: it waits for that to
   * end.
   *
   * @param name its name
   * @return completes once the group is left; at once if this node takes no part in it
   * @throws IllegalArgumentException if it is no name, or a configured group that is joined at the
   *     start
   */
  CompletionStage<Void> leave(String name);

  /**
   * The view of a group this node takes part in.
   *
   * @param name its name
   * @return empty if it does not, or leaves it already
   */
  Optional<Membership> find(String name);

  /**
   * The groups this node takes part in.
   *
   * @return an immutable copy in ascending order, without those that are being left; {@code
   *     "default"} alone when standalone and none was joined
   */
  Set<String> names();
}
