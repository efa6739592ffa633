package dev.primacy.core.runtime;

import dev.primacy.FencingToken;
import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.RoleEvents;
import dev.primacy.control.Alarms;
import dev.primacy.control.ClusterControl;
import dev.primacy.control.GroupAdmin;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.messaging.MessagingStatus;
import dev.primacy.core.messaging.Publishing;
import dev.primacy.core.schedule.FiringClaims;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.vitals.Vitals;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.history.EventHistory;
import dev.primacy.spi.StoreStatus;
import dev.primacy.watch.ClusterMonitors;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeView;
import dev.primacy.watch.NodeWatch;
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
   * The way to operate the groups.
   *
   * @return for the application and for operators' front ends
   */
  ClusterControl control();

  /**
   * Creates, joins and leaves groups for operators.
   *
   * @return for operators' front ends
   */
  GroupAdmin groupAdmin();

  /**
   * What is wrong right now.
   *
   * @return nothing before start
   */
  Alarms alarms();

  /**
   * Events by code instead of by observers.
   *
   * @return for the application; may be subscribed to before start
   */
  RoleEvents roleEvents();

  /**
   * Watches of the nodes.
   *
   * @return for the application; may be asked before start
   */
  NodeWatch nodeWatch();

  /**
   * Tells observers what becomes of the nodes in a view, as {@link dev.primacy.event.ViewEvent}s,
   * on the thread that follows. Observers stand for themselves; a view that throws ends the watch.
   *
   * @param type names the view in its events
   * @param view which nodes and changes
   * @return to be followed by one {@link #nodeWatch} at a time
   */
  default NodeFollower viewFeed(Class<? extends NodeView> type, NodeView view) {
    throw new UnsupportedOperationException();
  }

  /**
   * Monitors of groups.
   *
   * @return for the application; may be asked before start
   */
  default ClusterMonitors clusterMonitors() {
    throw new UnsupportedOperationException();
  }

  /**
   * Tells the observers of this node something of a module's, in the order in which it is called;
   * for events of Primacy's own. Any thread; returns at once.
   *
   * @param draft in an envelope without a stamp
   * @return false if nobody would hear it, or too much waits to be told
   */
  default boolean tell(EnvelopedEvent draft) {
    throw new UnsupportedOperationException();
  }

  /**
   * Publishes events for the whole cluster.
   *
   * @return for the application; refuses before start and after close, if there is a cluster
   */
  default Publishing publishing() {
    throw new UnsupportedOperationException();
  }

  /**
   * How events between nodes are doing.
   *
   * @return from local memory
   */
  default MessagingStatus messagingStatus() {
    throw new UnsupportedOperationException();
  }

  /**
   * The events that were delivered to this node.
   *
   * @return for the application; may be asked before start and after close
   */
  default EventHistory history() {
    throw new UnsupportedOperationException();
  }

  /**
   * Whether other nodes may follow the cluster through this one.
   *
   * @return the same object each time
   */
  RelayState relayState();

  /**
   * What this node hands on to those who follow through it.
   *
   * @return empty if there is no cluster
   */
  default Optional<RelaySource> relaySource() {
    return Optional.empty();
  }

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
   * How this node is doing.
   *
   * @return the same object each time
   */
  default Vitals vitals() {
    throw new UnsupportedOperationException();
  }

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
