package dev.primacy.core.runtime;

import dev.primacy.FencingToken;
import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.schedule.FiringClaims;
import dev.primacy.core.settings.Settings;
import dev.primacy.spi.StoreStatus;
import java.util.Optional;
import java.util.Set;

/**
 * Primacy for one application: made at deployment, started when the application runs, closed when
 * it stops.
 *
 * @since 0.1
 */
public interface PrimacyRuntime extends AutoCloseable {

  /**
   * The validated configuration.
   *
   * @return typed where the core uses it, by key otherwise
   */
  Settings settings();

  /**
   * The configured groups, in ascending order, also those that are joined at run time.
   *
   * @return one group named {@code default} when standalone
   */
  Set<String> groups();

  /**
   * The groups this node takes part in, to join and leave at run time.
   *
   * @return for the application; joins nothing before start
   */
  Groups dynamicGroups();

  /**
   * The group meant by a guard or an injection point that names none.
   *
   * @return empty if several are configured and {@code primacy.group} does not say which, or if
   *     there is a cluster and none is configured
   */
  Optional<String> defaultGroup();

  /**
   * The view of a group.
   *
   * @param group one of {@link #groups}
   * @return the view, valid before start and after close too
   * @throws IllegalArgumentException if there is no such group
   */
  Membership membership(String group);

  /**
   * The gate of a group.
   *
   * @param group one of {@link #groups}
   * @return the gate, valid before start (it refuses unless standalone) and after close (it
   *     refuses)
   * @throws IllegalArgumentException if there is no such group
   */
  Gate gate(String group);

  /**
   * Whether this node holds a group, by a read of the group's record that begins now: for whoever
   * acts on what may be long ago. Unlike the gate it asks the store, and so blocks for at most the
   * request timeout.
   *
   * @param group one of {@link #groups}
   * @param token the token held
   * @return false if the store shows another scope, term or holder, cannot be asked, or there is
   *     none
   */
  default boolean holds(String group, FencingToken token) {
    return false;
  }

  /**
   * What was started of a schedule: asked before each firing.
   *
   * @param group one of {@link #groups}
   * @param schedule the schedule's name within the group, the same on every node
   * @return for one thread at a time; without a cluster it is forgotten with this runtime
   */
  default FiringClaims claims(String group, String schedule) {
    return FiringClaims.local();
  }

  /**
   * The engine's name.
   *
   * @return empty when standalone or disabled
   */
  Optional<String> engine();

  /**
   * How the store is doing.
   *
   * @return from local memory
   */
  StoreStatus storeStatus();

  /**
   * Opens the engine and takes part. The first event of every group follows.
   *
   * @throws PrimacyStartException if the engine can never work as configured; numbered and complete
   */
  void start();

  /**
   * Guard closed, observers told, calls drained, groups released, last event, engine closed,
   * threads ended; in this order, in bounded time. A second call does nothing but wait until the
   * first is over.
   */
  @Override
  void close();
}
