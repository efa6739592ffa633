package dev.primacy.engine.zookeeper;

import dev.primacy.spi.EngineContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The validated settings.
 *
 * @param target the ensemble
 * @param root the absolute path below which this cluster's records are kept, chroot included
 * @param auth {@code user:secret}
 * @param tls key and trust store
 * @param insecure whether an open bind was asked for
 * @param requestTimeout how long one request may take
 * @param lease the node's lease
 */
record Configuration(
    Target target,
    String root,
    Optional<String> auth,
    Optional<Tls> tls,
    boolean insecure,
    Duration requestTimeout,
    Duration lease) {

  /** The longest session: beyond it a node that is gone is shown as present for too long. */
  private static final long MAX_SESSION_MILLIS = 10_000;

  private static final long MAX_TICK_MILLIS = 500;

  static List<String> problems(EngineContext context) {
    return new ConfigurationReader(context).problems();
  }

  /** Must only be asked if there are no problems. */
  static Configuration of(EngineContext context) {
    return new ConfigurationReader(context).configuration();
  }

  /**
   * The session ends about when the lease does. No safety rests on it: it is how long a voter that
   * is gone still counts as present, and how long a client holds on to a server that is silent.
   */
  int sessionMillis() {
    return (int) Math.max(2L * tickMillis(), Math.min(MAX_SESSION_MILLIS, lease.toMillis()));
  }

  /** A server gives up a silent leader after four ticks; with the usual leases, in two seconds. */
  int tickMillis() {
    return (int) Math.max(50, Math.min(MAX_TICK_MILLIS, lease.toMillis() / 6));
  }

  @Override
  public String toString() {
    return "Configuration[" + target + ", " + root + ']';
  }
}
