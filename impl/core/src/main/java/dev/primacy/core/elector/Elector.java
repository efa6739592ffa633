package dev.primacy.core.elector;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Elects: rules R0 to R9 for one incarnation of one node, in any number of groups.
 *
 * <p>Knows no threads, clocks or I/O. The driver hands in one {@link Input} after the other, never
 * two at once, each with the clocks read once: before anything is sent because of it, and after the
 * answer it carries had arrived. It carries the {@link Action}s out in their order. {@link
 * Input.Join} comes first, then an {@link Input.Tick} starts. After {@link Action.Died} or {@link
 * Action.Left} nothing happens any more; to go on, the driver makes a new one with a new
 * incarnation.
 *
 * @since 0.1
 */
public final class Elector {

  private final NodeSettings node;
  private final RandomGenerator random;

  /**
   * Makes the elector of one incarnation.
   *
   * @param node what it elects for
   * @param random spreads wake-ups and makes the scopes of new groups
   */
  public Elector(NodeSettings node, RandomGenerator random) {
    this.node = requireNonNull(node, "node");
    this.random = requireNonNull(random, "random");
  }

  /**
   * Works one input in.
   *
   * @param input what happened
   * @param now both clocks, read once for this input
   * @return what to do, in this order
   */
  public List<Action> handle(Input input, ClockReading now) {
    requireNonNull(input, "input");
    requireNonNull(now, "now");
    return List.of();
  }

  /**
   * When time itself is the next input.
   *
   * @param now the latest reading
   * @return on the monotonic clock; {@link Input.Tick} is due then at the latest
   */
  public long nextWakeUp(ClockReading now) {
    return now.nanos() + node.timing().renewEvery().toNanos() + random.nextInt(1);
  }
}
