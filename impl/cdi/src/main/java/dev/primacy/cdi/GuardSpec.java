package dev.primacy.cdi;

import static java.util.Objects.requireNonNull;

import dev.primacy.Fence;
import dev.primacy.OnSecondary;

/**
 * What a guarded method demands, with every default filled in.
 *
 * @param group the group whose primary may run it
 * @param onSecondary what happens on any other node
 * @param minRemainingNanos how long the lease has to last at least, in nanoseconds; 0 for any time
 * @param fence by what its effects are fenced
 * @param maxWaitNanos how long a call waits at most, in nanoseconds; 0 unless it may wait
 * @param status the status that answers a refused REST call
 * @param readOnlyAllowed whether it runs while the group is read-only, too
 * @since 0.1
 */
public record GuardSpec(
    String group,
    OnSecondary onSecondary,
    long minRemainingNanos,
    Fence fence,
    long maxWaitNanos,
    int status,
    boolean readOnlyAllowed) {

  /** Checks the components. */
  public GuardSpec {
    requireNonNull(group, "group");
    requireNonNull(onSecondary, "onSecondary");
    requireNonNull(fence, "fence");
    if (minRemainingNanos < 0) {
      throw new IllegalArgumentException("minRemainingNanos is negative: " + minRemainingNanos);
    }
    if (maxWaitNanos < 0) {
      throw new IllegalArgumentException("maxWaitNanos is negative: " + maxWaitNanos);
    }
  }
}
