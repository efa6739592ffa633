package dev.primacy.engine.tck;

import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** What one test works with: a cluster of its own, its stores and their wires. */
final class Bench {
  private final RunningService running;
  private final long seed;
  private final Random random;
  private final String cluster = "tck-" + UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, Wire> wires = new HashMap<>();
  private final List<RecordStore> stores = new ArrayList<>();
  private String remark = "";

  Bench(RunningService running, long seed) {
    this.running = running;
    this.seed = seed;
    this.random = new Random(seed);
  }

  StoreService service() {
    return running.service();
  }

  RunningService running() {
    return running;
  }

  String cluster() {
    return cluster;
  }

  long seed() {
    return seed;
  }

  Random random() {
    return random;
  }

  void require(Ability ability) {
    running.require(ability);
  }

  /** What has to be known of this test's result. */
  void remark(String text) {
    remark = text;
  }

  String remark() {
    return remark;
  }

  /** A store of this test's cluster, at the end of the wire of a node; it answers. */
  RecordStore open(String node) throws Exception {
    return open(surroundings(node));
  }

  /** One whose requests run out soon. */
  RecordStore openImpatient(String node) throws Exception {
    return open(surroundings(node).withRequestTimeout(Surroundings.SHORT_TIMEOUT));
  }

  RecordStore open(Surroundings surroundings) throws Exception {
    RecordStore store = openAtOnce(surroundings);
    Waiting.until("the store answers", service().recovery(), () -> answers(store));
    return store;
  }

  static boolean answers(RecordStore store) throws InterruptedException {
    try {
      store.list();
      return true;
    } catch (StoreException notYet) {
      return false;
    }
  }

  Stores openSome(int count, String prefix) throws Exception {
    return openSome(count, prefix, Surroundings.REQUEST_TIMEOUT);
  }

  /** Several stores, each of a node of its own. */
  Stores openSome(int count, String prefix, Duration requestTimeout) throws Exception {
    List<String> names = new ArrayList<>();
    List<RecordStore> opened = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(prefix + i);
      opened.add(open(surroundings(prefix + i).withRequestTimeout(requestTimeout)));
    }
    return new Stores(names, opened);
  }

  /**
   * Stores side by side.
   *
   * @param names of their nodes
   * @param all in the same order
   */
  record Stores(List<String> names, List<RecordStore> all) {
    String name(int index) {
      return names.get(index);
    }
  }

  /** May not answer yet. */
  RecordStore openAtOnce(Surroundings surroundings) throws StoreException {
    RecordStore store = service().engine().open(surroundings);
    stores.add(store);
    return store;
  }

  Surroundings surroundings(String node) throws IOException {
    return surroundings(node, settings(node));
  }

  private Surroundings surroundings(String node, Map<String, String> settings) {
    return Surroundings.of(service().engine()).inCluster(cluster).ofNode(node).with(settings);
  }

  /** Those of a node that reaches one replica only. */
  Surroundings attachedTo(int replica) throws IOException {
    String node = "at-" + replica;
    Map<String, String> settings = service().settings(node, List.of(through(node).get(replica)));
    return surroundings(node, settings).withRequestTimeout(Surroundings.SHORT_TIMEOUT);
  }

  Map<String, String> settings(String node) throws IOException {
    return service().settings(node, through(node));
  }

  private List<InetSocketAddress> through(String node) throws IOException {
    return running.can(Ability.WIRE) ? wire(node).addresses() : running.addresses();
  }

  /** The wire of a node; there before the node is. */
  Wire wire(String node) throws IOException {
    require(Ability.WIRE);
    Wire wire = wires.get(node);
    if (wire == null) {
      wire = Wire.to(running.addresses());
      wires.put(node, wire);
    }
    return wire;
  }

  void stopService() throws Exception {
    require(Ability.RESTART);
    running.stop();
  }

  void startService() throws Exception {
    running.start();
    wires.values().forEach(wire -> wire.retarget(running.addresses()));
  }

  /** All nodes: the service as it looks when it hangs. */
  void freeze() {
    wires.values().forEach(Wire::freeze);
  }

  void heal() {
    wires.values().forEach(Wire::heal);
  }

  int connections() {
    return wires.values().stream().mapToInt(Wire::connections).sum();
  }

  /** Leaves the service as it was found, whatever the test did to it. */
  void close() throws Exception {
    heal();
    running.freeDisk();
    if (running.isAway()) {
      startService();
    }
    for (Replica replica : service().replicas()) {
      replica.start();
    }
    Threads.sideBySide(stores.stream().map(store -> (Runnable) store::close).toList());
    wires.values().forEach(Wire::close);
  }
}
