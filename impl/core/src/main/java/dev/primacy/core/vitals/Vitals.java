package dev.primacy.core.vitals;

import java.util.Optional;
import java.util.SortedSet;

/**
 * How a node is doing, as of each call: for health checks and figures. From local memory; any
 * thread, before the start and after the end too. Asks no store and waits for nobody.
 *
 * @since 0.1
 */
public interface Vitals {

  /** How far a node has come. */
  enum Phase {
    /** It was not started yet. */
    NEW,
    /** It runs. */
    RUNNING,
    /** It stops, has stopped, or could not be started. */
    CLOSED
  }

  /**
   * How far this node has come.
   *
   * @return the phase
   */
  Phase phase();

  /**
   * How the thread that renews the lease is doing.
   *
   * @return empty before the start, and where there is no cluster
   */
  Optional<LeaseThread> leaseThread();

  /**
   * How this node stands with the store.
   *
   * @return {@link StoreContact#NONE} where there is no cluster
   */
  StoreContact store();

  /**
   * How the delivery of events is doing.
   *
   * @return counted from the start
   */
  DeliveryFigures delivery();

  /**
   * The groups this node takes part in.
   *
   * @return a copy, in ascending order
   */
  SortedSet<String> groups();

  /**
   * How this node is doing in a group.
   *
   * @param name the group's name
   * @return empty if it takes no part in it
   */
  Optional<GroupVitals> group(String name);

  /**
   * Has a listener hear of what the election asks of the store from now on. While nobody listens
   * nothing is measured.
   *
   * @param listener called as {@link StoreListener} says; has to catch what it throws
   * @return ends it
   */
  StoreListener.Registration listen(StoreListener listener);
}
