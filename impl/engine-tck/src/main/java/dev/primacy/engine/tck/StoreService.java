package dev.primacy.engine.tck;

import dev.primacy.spi.Engine;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoredRecord;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An engine under test and the service behind it: what its author supplies, and all the suite knows
 * of it.
 *
 * <p>One object serves one contract class: it is started before its first test and closed after the
 * last. Tests run one after the other, each in a cluster of its own; none touches what another left
 * behind. All methods are called by one thread at a time, while stores may be in use on others.
 *
 * <p>Faults need no help: a service that names its addresses is reached through {@link Wire}s, one
 * of each node, which freeze, cut, lose replies and hold requests back.
 *
 * @since 0.1
 */
public interface StoreService {

  /**
   * What is tested, for tables and failures, for example {@code H2, server}.
   *
   * @return the engine and how it is run, unlike any other of the same engine
   */
  String name();

  /**
   * The engine under test.
   *
   * @return the engine; may be the same each time
   */
  Engine engine();

  /**
   * Starts the service, with everything it confirmed before the last {@link #stop}.
   *
   * @return where to reach it, all on loopback, those of replicas in their order; empty if there
   *     are none, which {@link #cannot} then gives the reason for. As many each time, but they may
   *     change
   * @throws Exception if it did not start, which fails the tests
   */
  List<InetSocketAddress> start() throws Exception;

  /**
   * Takes the service away: until the next {@link #start} nothing can be reached. Only called if it
   * is able to {@link Ability#RESTART}.
   *
   * @throws Exception if it did not stop, which fails the test
   */
  void stop() throws Exception;

  /**
   * The settings with which a node reaches the service: the engine's keys, and whatever else the
   * node needs.
   *
   * @param node the node's name; two stores may be opened under one
   * @param through the addresses to use, in place of those that {@link #start} returned and in
   *     their order; a single one if the node shall reach that replica only
   * @return whole keys and their values
   */
  Map<String, String> settings(String node, List<InetSocketAddress> through);

  /**
   * What this service is unable to do, and why: the reason is shown in place of the result.
   *
   * @return a sentence for each missing ability; by default {@link Ability#REPLICAS} and {@link
   *     Ability#DISK}
   */
  default Map<Ability, String> cannot() {
    return Map.of(
        Ability.REPLICAS, "It is one server.", Ability.DISK, "Its disk cannot be filled here.");
  }

  /**
   * The servers it consists of, in the order of the addresses. Only called if it is able to kill
   * {@link Ability#REPLICAS}.
   *
   * @return three of them
   */
  default List<? extends Replica> replicas() {
    return List.of();
  }

  /**
   * Takes the room on its disk away: until {@link #freeDisk} its files cannot grow. Only called if
   * it has a {@link Ability#DISK}. {@link Disk} does it to a process.
   *
   * @throws Exception if that failed, which fails the test
   */
  default void fillDisk() throws Exception {
    throw new UnsupportedOperationException(name() + " does not say how its disk is filled");
  }

  /**
   * Gives the room back. Servers that ended for want of it are started again, as whoever supervises
   * them would. Does nothing if the disk is not full.
   *
   * @throws Exception if that failed, which fails the test
   */
  default void freeDisk() throws Exception {
    throw new UnsupportedOperationException(name() + " does not say how its disk is freed");
  }

  /**
   * Removes every record of a cluster while nodes use it. Unless overridden the records are removed
   * one by one through a store; better is what a person would do by hand, such as dropping a table.
   *
   * @param outsider a store of that cluster that no node uses
   * @throws Exception if that failed, which fails the test
   */
  default void wipe(RecordStore outsider) throws Exception {
    for (StoredRecord record : outsider.list()) {
      Records.remove(outsider, record);
    }
  }

  /**
   * The shortest lease the service is quick enough for: a request gets a quarter of it. It is the
   * lease of nodes that pause at random, and shown with that result if it is longer than by
   * default; all other nodes have one of 600 ms at least.
   *
   * @return 200 ms by default
   */
  default Duration shortestLease() {
    return ChaosRules.LEASE;
  }

  /**
   * How long at most the service needs until it answers again, after a restart or a fault.
   *
   * @return 20 s by default
   */
  default Duration recovery() {
    return Duration.ofSeconds(20);
  }

  /**
   * Stops the service for good and removes what it kept.
   *
   * @throws Exception if that failed, which fails the contract class
   */
  void close() throws Exception;
}
